package io.weir.webrest.plans;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.billing.api.Purchases;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Payment;
import io.weir.platform.api.Ids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.webrest.http.Texts;
import io.weir.webrest.payments.Buying;
import io.weir.webrest.payments.InstructionsView;
import io.weir.webrest.payments.InvoiceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Ordering a plan: a paid one leads to a payment, a free one starts at once. */
@ApplicationScoped
public class Subscribing {
    private static final int LENGTH_OF_ID = 36;

    @Inject
    Catalogue catalogue;
    @Inject
    Purchases purchases;
    @Inject
    Subscriptions subscriptions;
    @Inject
    Lifecycle lifecycle;

    Ordered order(Caller caller, Order order) {
        var plan = inWantedInterval(caller.tenant(), plan(caller.tenant(), order.plan().strip()), order);
        order.requireFitting(plan);
        if (Boolean.TRUE.equals(order.trial())) {
            var trial = lifecycle.startTrial(caller.tenant(), caller.requireAccount(), plan.id());
            return new Ordered(SubscriptionView.of(trial), Optional.empty(), Optional.empty(), Optional.empty());
        }
        return plan.isFree() ? startFree(caller, plan) : buy(caller, plan, order);
    }

    private Ordered buy(Caller caller, Plan plan, Order order) {
        var ordered = purchases.plan(caller, plan.id(),
                Buying.how(order.gateway(), order.returnUrl(), order.cancelUrl(), order.couponCode()));
        var subscription = ordered.payment().map(payment -> SubscriptionView.pending(plan)).orElseGet(() ->
                SubscriptionView.of(subscriptions.current(caller.tenant(), caller.requireAccount())));
        return new Ordered(subscription, ordered.payment().map(PaymentInShort::of),
                ordered.payment().flatMap(payment -> payment.checkout().url()),
                ordered.invoice().map(InvoiceView::of));
    }

    /**
     * Under a paid plan the free one waits anyway and carries on after it: starting it now would throw the paid one
     * away.
     */
    private Ordered startFree(Caller caller, Plan plan) {
        var current = subscriptions.current(caller.tenant(), caller.requireAccount());
        if (!current.plan().isFree()) {
            throw Refusal.conflict("PAID_PLAN_RUNNING", current.plan().name()).asException();
        }
        return new Ordered(SubscriptionView.of(current.plan().id().equals(plan.id()) ? current : start(caller, plan)),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Subscription start(Caller caller, Plan plan) {
        return subscriptions.activate(caller.tenant(), caller.requireAccount(), plan.id(), "free/" + Ids.next());
    }

    /** Seed D orders {@code pro} by the year; a plan that is also sold so has a sibling of its name. */
    private Plan inWantedInterval(TenantId tenant, Plan plan, Order order) {
        return Texts.given(order.interval()).filter(wanted -> !Order.sameInterval(wanted, plan.term().interval()))
                .flatMap(wanted -> catalogue.planBySlug(tenant, plan.slug() + "-" + wanted.toLowerCase(Locale.ROOT)))
                .filter(Plan::active).orElse(plan);
    }

    public Plan plan(TenantId tenant, String slugOrId) {
        return slugOrId.length() == LENGTH_OF_ID ? catalogue.plan(tenant, Uuids.parse(slugOrId))
                : catalogue.planBySlug(tenant, slugOrId.toLowerCase(Locale.ROOT)).filter(Plan::active)
                .orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    /**
     * {@code plan}: slug or id. {@code interval}, when given, has to be the plan's. {@code trial}: to try it for its
     * days, for nothing.
     */
    public record Order(
            @NotBlank(message = "REQUIRED") @JsonAlias({"planId", "plan_id", "packageId", "planTier"}) String plan,
            String interval,
            String gateway,
            @JsonAlias("coupon_code") String couponCode,
            Boolean trial,
            @JsonAlias({"return_url", "successUrl", "success_url"}) String returnUrl,
            @JsonAlias("cancel_url") String cancelUrl) {
        void requireFitting(Plan wanted) {
            if (Texts.given(interval).filter(i -> !sameInterval(i, wanted.term().interval())).isPresent()) {
                throw Refusal.invalidField("interval", "INTERVAL_NOT_OFFERED").asException();
            }
        }

        /** Seed D says monthly and yearly. */
        static boolean sameInterval(String given, String plans) {
            var word = given.toLowerCase(Locale.ROOT);
            return word.equals(plans) || word.equals(plans + "ly");
        }
    }

    /** {@code url}: where to pay, when there is such a page. {@code invoice}: of what cost nothing and has started. */
    public record Ordered(SubscriptionView subscription, Optional<PaymentInShort> payment, Optional<String> url,
                          Optional<InvoiceView> invoice) {
    }

    /** How to pay. */
    public record PaymentInShort(UUID id, long orderCode, String status, Optional<String> checkoutUrl,
                                 Optional<String> qrCode, Optional<InstructionsView> instructions) {
        static PaymentInShort of(Payment payment) {
            return new PaymentInShort(payment.id().value(), payment.orderCode(), payment.status().word(),
                    payment.checkout().url(), payment.checkout().qrCode(),
                    payment.checkout().instructions().map(InstructionsView::of));
        }
    }
}
