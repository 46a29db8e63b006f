package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.pricing.Canonical;
import io.weir.billing.domain.pricing.Coupon;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * What is bought and for how much, before it is paid: what its invoice will be made of, whenever the money comes.
 * {@code from}: the subscription that a change of plan leaves.
 */
public record PricedOrder(AccountId account, Reason reason, Draft draft, Optional<Redeemed> coupon,
        Optional<UUID> from, Optional<Excess> excess) {
    public static PricedOrder of(AccountId account, Draft draft, Optional<Redeemed> coupon) {
        return new PricedOrder(account, Reason.PURCHASE, draft, coupon, Optional.empty(), Optional.empty());
    }

    public Money total() {
        return draft.totals().gross();
    }

    /** What is kept of it in one column; the rest has columns of its own. */
    Content content() {
        return new Content(draft, coupon, excess);
    }

    /** {@code running}: it was redeemed for this subscription earlier, and does not count once more. */
    public record Redeemed(Coupon coupon, String name, boolean running) {
    }

    /**
     * The rest of the old period beyond the new price: to the account's credit, and off the invoice that it had been
     * paid by. {@code amount} with tax.
     */
    public record Excess(UUID invoice, Money amount) {
    }

    /** As JSON. */
    record Content(Draft draft, Optional<Redeemed> coupon, Optional<Excess> excess) {
        static Content read(String json) {
            return Canonical.read(json, Content.class);
        }

        String json() {
            return Canonical.json(this);
        }
    }
}
