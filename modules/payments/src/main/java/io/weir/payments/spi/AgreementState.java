package io.weir.payments.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A payer's agreement with the gateway to be charged each period, as the gateway tells it. {@code reference}: the
 * gateway's name for it. {@code customer}: its name for the payer. {@code paidUntil}: the end of the period that is
 * paid. {@code product}: the plan's slug, when the gateway can tell.
 */
public record AgreementState(String reference, Optional<String> customer, Status status, boolean cancelAtPeriodEnd,
        Optional<Instant> paidUntil, Optional<String> product) {
    /** PAST_DUE: a charge failed and the gateway still tries. ENDED is final. */
    public enum Status { ACTIVE, PAST_DUE, ENDED }

    public AgreementState {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(status, "status");
    }

    public static AgreementState active(String reference, Optional<String> customer) {
        return new AgreementState(reference, customer, Status.ACTIVE, false, Optional.empty(), Optional.empty());
    }
}
