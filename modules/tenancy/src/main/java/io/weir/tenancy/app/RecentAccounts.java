package io.weir.tenancy.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts.Found;
import io.weir.tenancy.domain.ExternalId;
import io.weir.tenancy.domain.KnownAccounts;
import io.weir.tenancy.store.AccountNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accounts by name, in memory, each tenant's apart. However many of a tenant's are in use, one small read in 5 s tells
 * that none of them has changed; one thread does it, and the others go on with what there is.
 */
@ApplicationScoped
public class RecentAccounts {
    private static final System.Logger LOG = System.getLogger(RecentAccounts.class.getName());
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);
    private final Map<TenantId, KnownAccounts> byTenant = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final AccountNames names;
    private final Time time;

    protected RecentAccounts() {
        this(null, null);
    }

    @Inject
    public RecentAccounts(AccountNames names, Time time) {
        this.names = names;
        this.time = time;
    }

    public Optional<Found> resolve(TenantId tenant, String name) {
        if (name == null || !ExternalId.isFormOf(name)) {
            return Optional.empty();
        }
        var known = known(tenant);
        var remembered = known.find(name);
        if (remembered.isPresent()) {
            return remembered;
        }
        var read = names.find(tenant, new ExternalId(name));
        // Into what was current before the read: if a change came between, that is thrown away with its epoch.
        read.ifPresent(account -> known.add(name, account));
        return read;
    }

    /** For this node's own changes, after their commit. */
    void forget(TenantId tenant) {
        forgotten.incrementAndGet();
        byTenant.remove(tenant);
    }

    private KnownAccounts known(TenantId tenant) {
        var known = byTenant.get(tenant);
        if (known == null) {
            return read(tenant);
        }
        if (!known.isOlderThan(FRESH_FOR, time.now()) || !known.beginCheck()) {
            return known;
        }
        try {
            return checked(tenant, known);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "accounts cannot be checked; going on with those known: {0}", e.toString());
            known.checked(time.now());
            return known;
        } finally {
            known.endCheck();
        }
    }

    private KnownAccounts checked(TenantId tenant, KnownAccounts known) {
        var now = time.now();
        long before = forgotten.get();
        long epoch = names.epoch(tenant);
        if (known.isOf(epoch)) {
            known.checked(now);
            return known;
        }
        return kept(tenant, new KnownAccounts(epoch, now), before);
    }

    private KnownAccounts read(TenantId tenant) {
        var now = time.now();
        long before = forgotten.get();
        return kept(tenant, new KnownAccounts(names.epoch(tenant), now), before);
    }

    /** Not when something changed here while it was read: what was read may be what it was before. */
    private KnownAccounts kept(TenantId tenant, KnownAccounts fresh, long before) {
        if (forgotten.get() == before) {
            byTenant.put(tenant, fresh);
        }
        return fresh;
    }
}
