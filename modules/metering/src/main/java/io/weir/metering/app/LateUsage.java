package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Closing;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Retention;
import io.weir.metering.store.LateHours;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Announces that usage comes into hours that are over, before the gate sees it: from then on pages read those hours
 * from the rollups. Usage that is reported as it happens, and every other way to use something, costs nothing here.
 */
@ApplicationScoped
public class LateUsage {
    private static final Logger LOG = Logger.getLogger(LateUsage.class.getName());
    /** Who reports an hour bit by bit announces it once in so long; what was announced holds for far longer. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;
    private final Map<AccountHour, Instant> announced = new ConcurrentHashMap<>();
    private final Tenants tenants;
    private final Time time;
    private final LateHours hours;

    protected LateUsage() {
        this(null, null, null);
    }

    @Inject
    public LateUsage(Tenants tenants, Time time, LateHours hours) {
        this.tenants = tenants;
        this.time = time;
        this.hours = hours;
    }

    void announce(TenantId tenant, List<UsageEvent> events) {
        var current = time.now(tenant).truncatedTo(ChronoUnit.HOURS);
        if (events.stream().allMatch(event -> !event.time().isBefore(current))) {
            return;
        }
        var oldest = Retention.of(tenants.byId(tenant).setting(Retention.SETTING)).cutoff(time.now(tenant));
        var now = time.now();
        var late = events.stream().filter(event -> event.time().isBefore(current) && !event.time().isBefore(oldest))
                .map(event -> new AccountHour(new Holder(tenant, event.account()),
                        event.time().truncatedTo(ChronoUnit.HOURS)))
                .filter(hour -> !announced.getOrDefault(hour, Instant.EPOCH).plus(AGAIN_AFTER).isAfter(now))
                .collect(Collectors.toSet());
        if (!late.isEmpty()) {
            write(tenant, late, now);
            remember(late, now);
        }
    }

    private void write(TenantId tenant, Set<AccountHour> late, Instant now) {
        try {
            hours.announce(tenant, late, now.plus(Closing.SETTLED));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "late usage cannot be announced now", e);
            throw Unavailable.refusal();
        }
    }

    private void remember(Iterable<AccountHour> late, Instant now) {
        if (announced.size() >= MOST_REMEMBERED) {
            announced.clear();
        }
        late.forEach(hour -> announced.put(hour, now));
    }
}
