package io.weir.subscriptions.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionBook;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredSubscription;
import io.weir.subscriptions.store.SubscriptionRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The register says which ones; what is told of them is what their accounts are told. */
@ApplicationScoped
@Transactional
@TenantScoped
public class ListedSubscriptions implements SubscriptionBook {
    @Inject
    SubscriptionRegister register;
    @Inject
    Shelf shelf;
    @Inject
    Holdings holdings;
    @Inject
    Catalogue catalogue;
    @Inject
    Calendars calendars;

    @Override
    public Page<Subscription> page(TenantId tenant, Filter filter, Page.Request page) {
        var now = calendars.now(tenant);
        var told = new ToldSubscriptions(shelf, holdings, calendars);
        return register.page(tenant, filter, now, page)
                .map(id -> told.of(tenant, holdings.subscription(id).orElseThrow(), now));
    }

    @Override
    public Map<Status, Long> counts(TenantId tenant, Filter filter) {
        return register.counts(tenant, filter, calendars.now(tenant));
    }

    @Override
    public Subscription subscription(TenantId tenant, UUID subscription) {
        return new ToldSubscriptions(shelf, holdings, calendars)
                .of(tenant, stored(subscription), calendars.now(tenant));
    }

    @Override
    public List<Opened> periods(TenantId tenant, UUID subscription) {
        var of = stored(subscription);
        return holdings.periods(subscription).stream().map(period -> opened(tenant, of, period)).toList();
    }

    private StoredSubscription stored(UUID id) {
        return holdings.subscription(id).orElseThrow(() -> Refusal.notFound("SUBSCRIPTION_NOT_FOUND").asException());
    }

    private Opened opened(TenantId tenant, StoredSubscription of, StoredPeriod period) {
        var plan = catalogue.planVersion(tenant, of.plan(), period.planVersion());
        return new Opened(period.id(), plan, period.period(),
                period.isWhole() ? Optional.empty() : period.over(), period.isToBill(), period.cause());
    }
}
