package io.weir.payments.domain;

import io.weir.kernel.api.TenantId;

/**
 * A gateway's notice is in the inbox, or is to be applied once more. Published through the outbox, for this module's
 * own observer to apply it.
 */
public record NoticeReceived(TenantId tenant, String notice) {
}
