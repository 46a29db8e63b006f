package io.weir.payments.api;

import io.weir.kernel.api.TenantId;

/**
 * A gateway told that an agreement stands differently. {@code status} is {@link Agreement.Status}'s name; {@code
 * product} the slug of its plan. Published through the outbox.
 */
public record AgreementUpdated(TenantId tenant, String agreement, String account, String product, String status,
        boolean cancelAtPeriodEnd) {
}
