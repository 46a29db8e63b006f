package io.weir.billing.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Locale;

/**
 * Something is to be told about an invoice that is, or was, to be paid. {@code accessUntil}: when its plan's access
 * ends, or null. {@code declined}: the newest attempt at a kept card, when it failed, or null. Published through the
 * outbox.
 */
public record DunningMoved(TenantId tenant, String account, String invoice, Letter letter, Instant accessUntil,
        Dunning.Declined declined) {
    /**
     * UPCOMING: due soon. DUE: today. OVERDUE. LAST: the last word before its plan ends. ENDED: it does not go on, but
     * comes back when it is paid. CANCELED: it does not come back. RECOVERED: it is paid after all. DECLINED: a kept
     * card did not pay, and no other letter says so now.
     */
    public enum Letter {
        UPCOMING, DUE, OVERDUE, LAST, ENDED, CANCELED, RECOVERED, DECLINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
