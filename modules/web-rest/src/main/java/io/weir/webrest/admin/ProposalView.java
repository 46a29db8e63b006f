package io.weir.webrest.admin;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment that a line may be for. {@code match}: exact, known, twice, less, more, likely, amount, decided or
 * other-currency; {@code confidence}: exact, likely, weak or none. {@code asked}: what the payment still asks for.
 */
public record ProposalView(UUID paymentId, String reference, String match, String confidence, boolean approvable,
                           BigDecimal asked, String currency, Optional<String> found, String explanation) {
}
