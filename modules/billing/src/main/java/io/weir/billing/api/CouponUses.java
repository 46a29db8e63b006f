package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of a tenant's coupons. What one took off is a sum over the lines of final invoices. */
public interface CouponUses {
    /** By code in capitals; those that nobody has used are not in it. */
    Map<String, Use> all(TenantId tenant);

    /** Invoices that it made cheaper, newest first. A code in any case. */
    Page<Redemption> redemptions(TenantId tenant, String code, Page.Request page);

    /**
     * {@code taken}: how often, by purchases that are open or done. {@code off}: with its tax, for each currency;
     * {@code accounts}: that it made an invoice cheaper for.
     */
    record Use(long taken, long invoices, long accounts, List<Money> off) {
        public Use {
            off = List.copyOf(off);
        }
    }

    /** {@code off}: with its tax, above zero. */
    record Redemption(UUID invoice, String number, AccountId account, Instant issued, Money off) {
    }
}
