package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The period's own row says whether it is billed, and is locked while that is decided. Many cost no more queries. */
@ApplicationScoped
@Transactional
@TenantScoped
public class BilledPeriods implements PricedPeriods {
    @Inject
    Holdings holdings;
    @Inject
    EndingPlans ending;
    @Inject
    Catalogue catalogue;
    @Inject
    Calendars calendars;

    @Override
    public List<UUID> over(TenantId tenant, int most) {
        return ending.toBill(calendars.now(tenant), most);
    }

    @Override
    public Optional<Instant> nextOver(TenantId tenant, Instant after) {
        return ending.nextToBill(after);
    }

    @Override
    public List<Priced> bill(TenantId tenant, List<UUID> periods) {
        var locked = holdings.lockPeriods(periods).stream().filter(StoredPeriod::bill).toList();
        return priced(tenant, periods, locked);
    }

    @Override
    public Optional<Priced> find(TenantId tenant, UUID period) {
        return find(tenant, List.of(period)).stream().findFirst();
    }

    @Override
    public List<Priced> find(TenantId tenant, List<UUID> periods) {
        return priced(tenant, periods, holdings.periods(periods));
    }

    private List<Priced> priced(TenantId tenant, List<UUID> order, List<StoredPeriod> periods) {
        var rows = periods.stream().collect(Collectors.toMap(StoredPeriod::id, Function.identity()));
        var subscriptions = holdings.subscriptions(periods.stream().map(StoredPeriod::subscription).toList()).stream()
                .collect(Collectors.toMap(StoredSubscription::id, Function.identity()));
        var plans = new HashMap<String, Plan>();
        return order.stream().map(rows::get).filter(Objects::nonNull).map(period -> {
            var subscription = subscriptions.get(period.subscription());
            var plan = plans.computeIfAbsent(subscription.plan() + "/" + period.planVersion(),
                    version -> catalogue.planVersion(tenant, subscription.plan(), period.planVersion()));
            return priced(period, subscription, plan);
        }).toList();
    }

    private static Priced priced(StoredPeriod period, StoredSubscription subscription, Plan plan) {
        return new Priced(period.id(), subscription.account(), subscription.id(), plan, period.from(),
                period.over().orElse(Instant.MAX), period.isWhole(), period.source(), period.cause());
    }
}
