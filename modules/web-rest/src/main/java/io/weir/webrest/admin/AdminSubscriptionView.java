package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.SubscriptionBook.Opened;
import io.weir.tenancy.api.Account;
import io.weir.webrest.plans.SubscriptionView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A subscription, whose it is, and what of it recurs a month; absent when nothing does. */
public record AdminSubscriptionView(@JsonUnwrapped SubscriptionView subscription, CustomerInShort account,
        Optional<Recurring> mrr) {
    static AdminSubscriptionView of(Subscription subscription, Account account, Optional<Money> monthly) {
        return new AdminSubscriptionView(SubscriptionView.of(subscription),
                new CustomerInShort(account.id().value(), account.externalId(), account.name(), account.email()),
                monthly.map(Recurring::of));
    }

    /** Its part of the monthly recurring revenue of analytics, net. */
    public record Recurring(BigDecimal amount, String currency) {
        static Recurring of(Money money) {
            return new Recurring(money.major(), money.currency().getCurrencyCode());
        }
    }

    /** Enough of a customer to recognise them. */
    public record CustomerInShort(UUID id, Optional<String> externalId, String name, String email) {
    }

    /**
     * {@code planVersion}: that it was opened with, at {@code price}. {@code closedAt}: over before its time. {@code
     * awaitsBilling}: its usage has a price and no invoice yet. {@code cause}: what opened it.
     */
    public record PeriodView(UUID id, Instant from, Optional<Instant> until, Optional<Instant> closedAt,
            int planVersion, BigDecimal price, String currency, boolean awaitsBilling, Optional<String> cause) {
        static PeriodView of(Opened opened) {
            var price = opened.plan().price();
            return new PeriodView(opened.id(), opened.period().from(), opened.period().until(), opened.closed(),
                    opened.plan().version(), price.major(), price.currency().getCurrencyCode(), opened.toBill(),
                    opened.cause());
        }
    }
}
