package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.subscriptions.domain.EndingPlans;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredPurchase;
import io.weir.subscriptions.domain.StoredSubscription;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists, the newest first. */
final class InMemoryHoldings implements Holdings, EndingPlans {
    private final Set<AccountId> accounts = new LinkedHashSet<>();
    private final LinkedList<StoredSubscription> subscriptions = new LinkedList<>();
    private final LinkedList<StoredPeriod> periods = new LinkedList<>();
    private final LinkedList<StoredPurchase> purchases = new LinkedList<>();

    private Predicate<UUID> renewable = plan -> false;

    void renewable(Predicate<UUID> byInvoice) {
        renewable = byInvoice;
    }

    @Override
    public List<UUID> toRenew(Instant endsBy, int most) {
        return renewable(endsBy).limit(most).map(StoredSubscription::id).toList();
    }

    private Stream<StoredSubscription> renewable(Instant endsBy) {
        return subscriptions.stream().filter(s -> !s.isFree() && !s.renews() && !s.awaitsInvoice()
                && !s.endsAtPeriodEnd() && StoredSubscription.LIVE.contains(s.status()) && renewable.test(s.plan())
                && isBy(s.period().until(), endsBy));
    }

    @Override
    public Optional<Instant> nextEnd(Instant after) {
        return renewable(Instant.MAX).flatMap(s -> s.period().until().stream())
                .filter(end -> end.isAfter(after)).min(Instant::compareTo);
    }

    @Override
    public List<UUID> toBill(Instant over, int most) {
        return List.of();
    }

    @Override
    public Optional<Instant> nextToBill(Instant after) {
        return Optional.empty();
    }

    @Override
    public List<StoredPeriod> periods(UUID subscription) {
        return periods.stream().filter(p -> p.subscription().equals(subscription)).toList();
    }

    @Override
    public List<StoredPeriod> periods(Collection<UUID> ids) {
        return periods.stream().filter(p -> ids.contains(p.id())).toList();
    }

    @Override
    public List<StoredPeriod> lockPeriods(Collection<UUID> ids) {
        return periods(ids);
    }

    @Override
    public List<StoredSubscription> subscriptions(Collection<UUID> ids) {
        return subscriptions.stream().filter(s -> ids.contains(s.id())).toList();
    }

    @Override
    public void lock(Collection<AccountId> all) {
        accounts.addAll(all);
    }

    @Override
    public List<StoredSubscription> live(Collection<AccountId> all) {
        return all.stream().flatMap(account -> live(account).stream()).toList();
    }

    @Override
    public Optional<StoredSubscription> subscription(UUID id) {
        return subscriptions.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public void lock(AccountId account, Instant now) {
        accounts.add(account);
    }

    @Override
    public List<StoredSubscription> of(AccountId account) {
        return subscriptions.stream().filter(s -> s.account().equals(account)).toList();
    }

    @Override
    public List<StoredSubscription> live(AccountId account) {
        return of(account).stream().filter(s -> StoredSubscription.LIVE.contains(s.status())).toList();
    }

    @Override
    public void add(StoredSubscription subscription) {
        subscriptions.addFirst(subscription);
    }

    @Override
    public List<StoredPeriod> openPeriods(UUID subscription, Instant now) {
        return periods.stream().filter(p -> p.subscription().equals(subscription) && !p.isOver(now)).toList();
    }

    @Override
    public void add(StoredPeriod period) {
        periods.addFirst(period);
    }

    @Override
    public Optional<StoredPeriod> lastPeriod(UUID subscription) {
        return periods.stream().filter(p -> p.subscription().equals(subscription))
                .max(Comparator.comparing(p -> p.period().from()));
    }

    @Override
    public Optional<StoredPeriod> periodOf(String cause) {
        return periods.stream().filter(p -> p.isOf(cause)).findFirst();
    }

    @Override
    public void remove(StoredPeriod period) {
        periods.remove(period);
    }

    @Override
    public Optional<StoredPurchase> purchase(AccountId account, String cause) {
        return purchases(account).stream().filter(p -> p.cause().equals(cause)).findFirst();
    }

    @Override
    public List<StoredPurchase> purchases(AccountId account) {
        return purchases.stream().filter(p -> p.account().equals(account.toString())).toList();
    }

    @Override
    public void add(StoredPurchase purchase) {
        purchases.addFirst(purchase);
    }

    @Override
    public List<AccountId> due(Instant now, Instant soon, Instant kept, int most) {
        return subscriptions.stream().filter(s -> s.isOverdue(now) || s.isToBeKept(kept)
                        || s.rateDue() && !s.period().from().isAfter(now)
                        || (s.isFree() && isBy(s.openedUntil(), soon)))
                .map(StoredSubscription::account).distinct().limit(most).toList();
    }

    private static boolean isBy(Optional<Instant> end, Instant moment) {
        return end.isPresent() && !end.get().isAfter(moment);
    }

    @Override
    public List<AccountId> withoutFreePlan() {
        return accounts.stream().filter(a -> of(a).stream().noneMatch(StoredSubscription::isFree)).toList();
    }

    @Override
    public long paidRunning(UUID plan, Instant now) {
        return subscriptions.stream().filter(s -> s.plan().equals(plan) && s.isPaidAt(now)).count();
    }
}
