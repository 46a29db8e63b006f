package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The period's own row says whether it is billed, and is locked while that is decided. */
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
    public Optional<Priced> bill(TenantId tenant, UUID period) {
        return holdings.lockPeriod(period).filter(StoredPeriod::bill).map(row -> priced(tenant, row));
    }

    @Override
    public Optional<Priced> find(TenantId tenant, UUID period) {
        return holdings.period(period).map(row -> priced(tenant, row));
    }

    private Priced priced(TenantId tenant, StoredPeriod period) {
        var subscription = holdings.subscription(period.subscription()).orElseThrow();
        return new Priced(period.id(), subscription.account(), subscription.id(),
                catalogue.planVersion(tenant, subscription.plan(), period.planVersion()), period.from(),
                period.over().orElse(Instant.MAX), period.isWhole(), period.source(), period.cause());
    }
}
