package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.domain.Held;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredPurchase;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Extensions queue for the account like its subscriptions do: none is added to a period that is just being ended. */
@ApplicationScoped
@Transactional
@TenantScoped
public class LockingExtensions implements Extensions {
    private Shelf shelf;
    private Holdings holdings;
    private MeteredAccess access;
    private FreePlans freePlans;
    private Calendars calendars;

    protected LockingExtensions() {
    }

    @Inject
    public LockingExtensions(Shelf shelf, Holdings holdings, MeteredAccess access, FreePlans freePlans,
                             Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.access = access;
        this.freePlans = freePlans;
        this.calendars = calendars;
    }

    @Override
    public void requireExtendable(TenantId tenant, AccountId account) {
        new Held(holdings.of(account)).requirePaid(calendars.now(tenant));
    }

    @Override
    public Purchase activate(TenantId tenant, AccountId account, UUID extension, String cause) {
        holdings.lock(account, calendars.now(tenant));
        return holdings.purchase(account, cause).orElseGet(() -> buy(tenant, account, extension, cause)).toPurchase();
    }

    private StoredPurchase buy(TenantId tenant, AccountId account, UUID extension, String cause) {
        var now = calendars.now(tenant);
        var bought = shelf.extension(extension)
                .orElseThrow(() -> Refusal.notFound("EXTENSION_NOT_FOUND").asException());
        var held = new Held(holdings.live(account));
        var subscription = extended(tenant, held, now);
        var id = Ids.next();
        var purchase = new StoredPurchase(id, subscription, bought, cause, now);
        holdings.add(purchase);
        access.extend(tenant, subscription, new MeteredAccess.Extra(bought.additionalCalls(), "extension/" + id), now);
        return purchase;
    }

    /** The paid one; when it ended while the payment was under way, the free one, in its present period. */
    private StoredSubscription extended(TenantId tenant, Held held, Instant now) {
        var paid = held.paid(now);
        if (paid.isEmpty()) {
            freePlans.renew(tenant, held, now);
        }
        return paid.or(held::free).orElseThrow(() -> Refusal.invalid("NO_ACTIVE_SUBSCRIPTION").asException());
    }

    @Override
    public long takeBack(TenantId tenant, AccountId account, String cause, CreditPurchases.TakenBack back) {
        holdings.lock(account, calendars.now(tenant));
        return holdings.purchase(account, cause).map(StoredPurchase::toPurchase)
                .map(bought -> access.takeBack(tenant, account, new Allowances.TakeBack(MeterKey.CALLS,
                        back.share().of(bought.additionalCalls()), "extension/" + bought.id(), back.source(),
                        back.note()))).orElse(0L);
    }

    @Override
    public List<Purchase> current(TenantId tenant, AccountId account) {
        var subscription = new Held(holdings.live(account)).current(calendars.now(tenant)).id();
        return history(tenant, account).stream().filter(p -> p.subscription().equals(subscription)).toList();
    }

    @Override
    public List<Purchase> history(TenantId tenant, AccountId account) {
        return holdings.purchases(account).stream().map(StoredPurchase::toPurchase).toList();
    }

    @Override
    public Optional<Purchase> byCause(TenantId tenant, AccountId account, String cause) {
        return holdings.purchase(account, cause).map(StoredPurchase::toPurchase);
    }
}
