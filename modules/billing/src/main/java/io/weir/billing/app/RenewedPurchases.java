package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.subscriptions.api.Subscriptions.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Money that a gateway took by itself. It is there, so nothing about it is refused: what it can't go on with becomes
 * the account's credit.
 */
@ApplicationScoped
public class RenewedPurchases {
    private Subscriptions subscriptions;
    private Lifecycle lifecycle;
    private AccountAgreements agreements;
    private AccountCredits credits;
    private Pricer pricer;
    private RunningCoupons coupons;
    private UnpricedOrders unpriced;
    private Invoicing invoicing;

    protected RenewedPurchases() {
    }

    @Inject
    public RenewedPurchases(Subscriptions subscriptions, Lifecycle lifecycle, AccountAgreements agreements,
            AccountCredits credits, Pricer pricer, RunningCoupons coupons, UnpricedOrders unpriced,
            Invoicing invoicing) {
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
        this.agreements = agreements;
        this.credits = credits;
        this.pricer = pricer;
        this.coupons = coupons;
        this.unpriced = unpriced;
        this.invoicing = invoicing;
    }

    /** With its invoice, over what was taken. */
    void start(TenantId tenant, Payment payment) {
        var renewed = renew(tenant, payment);
        if (renewed.isEmpty()) {
            credits.giveBack(tenant, payment.id(), payment.amount(), creditCause(payment), payment.reference());
        }
        var started = renewed.map(subscription -> new Starting.Started(subscription.plan().name(),
                Optional.of(subscription.id()), lifecycle.periodOf(tenant, payment.id().toString())
                        .map(PaidPeriod::period))).orElseGet(() -> Starting.Started.of(payment.description()));
        var draft = renewed.map(subscription -> priced(tenant, payment, subscription))
                .orElseGet(() -> unpriced.priced(tenant, payment, payment.description()));
        invoicing.paid(tenant, SettledPurchases.claim(payment, Reason.RENEWAL, started, draft),
                started.period().map(draft::during).orElse(draft), payment.id().value());
    }

    /** By the plan's present version and the coupon that runs; what the gateway took differently has its own line. */
    private Draft priced(TenantId tenant, Payment payment, Subscription subscription) {
        var coupon = coupons.of(subscription.id()).filter(RunningCoupon::goesOn);
        Optional<Redeemed> redeemed = coupon.map(RunningCoupon::redeemed);
        coupon.ifPresent(RunningCoupon::count);
        var order = pricer.plan(tenant, payment.account(), subscription.plan(), redeemed);
        return pricer.comingTo(tenant, order.draft(), payment.amount());
    }

    private Optional<Subscription> renew(TenantId tenant, Payment payment) {
        var cause = payment.id().toString();
        var origin = agreements.ofRenewal(tenant, payment.id()).map(agreement -> agreement.firstPayment().toString());
        return subscriptions.renew(tenant, payment.account(),
                new Renewal(payment.purpose().item(), origin.orElse(cause), cause));
    }

    /** All of it went back. */
    void takeBack(TenantId tenant, Payment payment) {
        subscriptions.takeBack(tenant, payment.account(), payment.id().toString());
        credits.takeBack(tenant, payment.account(), payment.amount(), creditCause(payment),
                creditCause(payment) + "/refunded");
    }

    private static String creditCause(Payment payment) {
        return "renewal/" + payment.id();
    }
}
