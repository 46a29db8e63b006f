package io.weir.webadmin;

import io.weir.billing.api.RevenueAnalytics;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Subscriptions as lists show them. */
@RequestScoped
public class SubscriptionRows {
    @Inject
    private PackageRows packages;
    @Inject
    private CurrentPlans plans;
    @Inject
    private RevenueAnalytics analytics;
    @Inject
    private Visitor visitor;
    @Inject
    private Names names;
    @Inject
    private Format format;

    /** With what recurs of each a month, read at once. */
    Page<Row> page(Page<Subscription> subscriptions) {
        var monthly = analytics.monthly(visitor.tenantId(), subscriptions.items());
        return subscriptions.map(each -> row(each, Optional.ofNullable(monthly.get(each.id()))));
    }

    Row row(Subscription subscription) {
        return row(subscription, Optional.ofNullable(analytics.monthly(visitor.tenantId(), List.of(subscription))
                .get(subscription.id())));
    }

    private Row row(Subscription subscription, Optional<Money> monthly) {
        var customer = names.customer(subscription.account());
        var status = subscription.status().word();
        return new Row(subscription.id().toString(), customer.id().toString(), customer.name(), customer.email(),
                subscription.plan().name(), price(subscription.plan()), status,
                format.text("subscription." + status), plans.span(subscription.period()), next(subscription),
                monthly.map(format::money).orElse(Format.NOTHING));
    }

    String price(Plan plan) {
        return plan.isFree() ? format.text("free") : format.money(plan.price()) + " / "
                + packages.term(plan.term());
    }

    /** What comes of it, in a few words; nothing when it simply goes on. */
    private String next(Subscription subscription) {
        if (subscription.endedAt().isPresent()) {
            return format.text("subscriptionEnded", format.day(subscription.endedAt().get()));
        }
        var becomes = subscription.pendingChange().map(change -> format.text("subscriptionBecomes",
                change.plan().name()));
        return becomes.orElseGet(() -> subscription.cancelAtPeriodEnd() ? format.text("subscriptionEnds")
                : subscription.renews() ? format.text("subscriptionRenews") : "");
    }

    /** A subscription in a list. {@code monthly}: its part of the monthly recurring revenue. */
    public record Row(String id, String account, String customer, String email, String plan, String price,
                      String status, String statusText, String period, String next, String monthly) {
    }
}
