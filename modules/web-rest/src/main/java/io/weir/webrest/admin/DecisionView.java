package io.weir.webrest.admin;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that people move by hand. {@code kind}: refund, hand-refund, credit, pay-out or line-credit. {@code status}:
 * waiting, done or withdrawn. {@code decidedBy}: who agreed or withdrew; absent where one person was enough.
 */
public record DecisionView(UUID id, String kind, String status, String accountId, Optional<UUID> paymentId,
                           Optional<UUID> lineId, BigDecimal amount, String currency, Optional<String> note,
                           UUID askedBy, Instant askedAt, Optional<UUID> decidedBy, Optional<Instant> decidedAt) {
    static DecisionView of(Decision decision) {
        return new DecisionView(decision.id(), word(decision.kind()), word(decision.status()),
                decision.about().account().toString(), decision.about().payment().map(PaymentId::value),
                decision.about().line(), decision.amount().major(),
                decision.amount().currency().getCurrencyCode(), decision.note(), decision.by().value(),
                decision.at(), decision.second().map(UserId::value), decision.decidedAt());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
