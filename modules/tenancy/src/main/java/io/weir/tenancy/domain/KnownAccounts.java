package io.weir.tenancy.domain;

import io.weir.tenancy.api.Accounts.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Accounts of one tenant that were asked for, by id or external id, each read at this epoch of the tenant's accounts or
 * a later one. While the epoch stands, so do they; only unknown names are never remembered, because accounts open
 * without a new epoch.
 */
public final class KnownAccounts {
    private static final int MOST = 20_000;
    private final Map<String, Found> byName = new ConcurrentHashMap<>();
    private final AtomicBoolean checking = new AtomicBoolean();
    private final long epoch;
    private volatile Instant checkedAt;

    public KnownAccounts(long epoch, Instant checkedAt) {
        this.epoch = epoch;
        this.checkedAt = checkedAt;
    }

    public Optional<Found> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** When there are too many everything is forgotten, which costs one read each. */
    public void add(String name, Found account) {
        if (byName.size() >= MOST) {
            byName.clear();
        }
        byName.put(name, account);
    }

    public boolean isOf(long someEpoch) {
        return epoch == someEpoch;
    }

    public void checked(Instant at) {
        checkedAt = at;
    }

    /** Also true when the clock went backwards: an age that cannot be told is too old. */
    public boolean isOlderThan(Duration age, Instant now) {
        return now.isAfter(checkedAt.plus(age)) || now.isBefore(checkedAt);
    }

    /** True for one thread at a time, which says {@link #endCheck} afterwards. */
    public boolean beginCheck() {
        return checking.compareAndSet(false, true);
    }

    public void endCheck() {
        checking.set(false);
    }
}
