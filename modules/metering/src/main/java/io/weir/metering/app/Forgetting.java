package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.Retention;
import io.weir.metering.store.OldUsage;
import io.weir.metering.store.UsagePartitions;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Lays the months ahead and takes away those that nobody keeps. A partition goes only when it ends no later than every
 * tenant's own cutoff, and after the events that became its usage are gone.
 */
@ApplicationScoped
public class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class.getName());
    private final Tenants tenants;
    private final Time time;
    private final UsagePartitions partitions;
    private final OldUsage old;

    protected Forgetting() {
        this(null, null, null, null);
    }

    @Inject
    public Forgetting(Tenants tenants, Time time, UsagePartitions partitions, OldUsage old) {
        this.tenants = tenants;
        this.time = time;
        this.partitions = partitions;
        this.old = old;
    }

    void layPartitions() {
        var wall = time.now();
        var latest = tenants.all().stream().map(tenant -> time.now(tenant.id())).reduce(wall, Forgetting::later);
        partitions.lay(partitions.laid().missing(wall, latest));
    }

    /**
     * Events go first, so that none outlives the usage it became: one so old is refused anyway. What does not fit is
     * done by the next call.
     */
    int forgetOld(int atMost) {
        var cutoffs = cutoffs();
        if (cutoffs.isEmpty()) {
            return 0;
        }
        cutoffs.forEach(old::giveUp);
        int done = 0;
        for (var cutoff : cutoffs.entrySet()) {
            done += old.deleteEvents(cutoff.getKey(), cutoff.getValue(), atMost - done);
        }
        if (done >= atMost) {
            return done;
        }
        var oldest = Collections.min(cutoffs.values());
        partitions.laid().endedBy(oldest).forEach(partitions::drop);
        for (var cutoff : cutoffs.entrySet()) {
            if (cutoff.getValue().isAfter(oldest)) {
                done += old.deleteUsage(cutoff.getKey(), cutoff.getValue(), atMost - done);
            }
        }
        return done;
    }

    private Map<TenantId, Instant> cutoffs() {
        var cutoffs = new LinkedHashMap<TenantId, Instant>();
        for (var tenant : tenants.all()) {
            cutoffs.put(tenant.id(), retention(tenant).cutoff(time.now(tenant.id())));
        }
        return cutoffs;
    }

    private static Retention retention(Tenant tenant) {
        var setting = tenant.setting(Retention.SETTING);
        setting.filter(text -> !Retention.isReadable(text)).ifPresent(text -> LOG.warning(() -> "tenant "
                + tenant.slug() + " keeps all its usage: " + Retention.SETTING + " is not a number of months"));
        return Retention.of(setting);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
