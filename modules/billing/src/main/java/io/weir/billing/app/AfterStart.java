package io.weir.billing.app;

import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.kernel.api.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What else an order brings with it once it has started: its coupon for later periods, and the rest of an old one. */
@ApplicationScoped
public class AfterStart {
    private RunningCoupons running;
    private CreditNotes creditNotes;

    protected AfterStart() {
    }

    @Inject
    public AfterStart(RunningCoupons running, CreditNotes creditNotes) {
        this.running = running;
        this.creditNotes = creditNotes;
    }

    void of(TenantId tenant, PricedOrder order, Starting.Started started, String cause) {
        started.subscription().ifPresent(subscription -> coupon(order, subscription));
        order.excess().ifPresent(excess -> creditNotes.toCredit(tenant, excess, cause));
    }

    private void coupon(PricedOrder order, UUID subscription) {
        var moved = order.from().flatMap(running::of);
        moved.ifPresent(old -> {
            old.moveTo(subscription);
            order.coupon().filter(PricedOrder.Redeemed::running).ifPresent(taken -> old.count());
        });
        order.coupon().filter(taken -> !taken.running() && taken.coupon().lastsFor(1) && moved.isEmpty()
                        && running.of(subscription).isEmpty())
                .ifPresent(taken -> running.add(new RunningCoupon(order.account(), subscription, taken)));
    }
}
