package io.weir.metering.domain;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** The time of a batch: the wall clock, and each of its tenants' own. */
public record Moments(Instant wall, Map<TenantId, Local> tenants) {
    public Moments {
        tenants = Map.copyOf(tenants);
    }

    public Instant of(TenantId tenant) {
        return tenants.get(tenant).now();
    }

    /** The calendar month that runs in the tenant's zone. */
    Period monthOf(TenantId tenant) {
        return tenants.get(tenant).month();
    }

    /** A tenant's moment, and the calendar month of its zone that it lies in. */
    public record Local(Instant now, Period month) {
        public static Local of(Instant now, ZoneId zone) {
            var first = now.atZone(zone).toLocalDate().withDayOfMonth(1);
            return new Local(now, Period.between(first.atStartOfDay(zone).toInstant(),
                    first.plusMonths(1).atStartOfDay(zone).toInstant()));
        }
    }
}
