package io.weir.webrest.admin;

import io.weir.payments.api.Agreement;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An agreement with a gateway. {@code status}: active, past_due or ended. {@code reference}: the gateway's name for it.
 * {@code payment}: the one that began it. {@code product}: the plan's slug.
 */
public record AgreementView(UUID id, String gateway, String reference, String account, String payment, String product,
                            String status, boolean cancelAtPeriodEnd, Optional<Instant> paidUntil, Instant createdAt) {
    static AgreementView of(Agreement agreement) {
        return new AgreementView(agreement.id(), agreement.gateway(), agreement.reference(),
                agreement.account().toString(), agreement.firstPayment().toString(), agreement.product(),
                agreement.status().name().toLowerCase(Locale.ROOT), agreement.cancelAtPeriodEnd(),
                agreement.paidUntil(), agreement.createdAt());
    }
}
