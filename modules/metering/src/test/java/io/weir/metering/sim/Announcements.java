package io.weir.metering.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.MemoryTables;
import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Usage;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Each threshold that use has reached is announced, once while the same allowances are open with the same grant. */
final class Announcements {
    private final MemoryTables tables;
    private final Set<List<Object>> announced = new HashSet<>();
    private final Map<List<Object>, List<Object>> standings = new HashMap<>();

    Announcements(MemoryTables tables) {
        this.tables = tables;
    }

    void committed(Changes changes, Moments now) {
        var charged = changes.usages().stream().filter(u -> u.quantity() > u.overage()).toList();
        charged.forEach(u -> compare(u, now.of(u.holder().tenant())));
        for (var alert : changes.alerts()) {
            assertThat(alert.used() * 100).isGreaterThanOrEqualTo(alert.granted() * alert.percent());
            var key = List.<Object>of(alert.holder(), alert.meter(), alert.percent(), alert.granted(),
                    open(alert.holder(), alert.meter(), alert.at()));
            assertThat(announced.add(key)).as("announced once: %s", alert).isTrue();
        }
        charged.forEach(u -> require(u, now.of(u.holder().tenant())));
    }

    /** Other allowances, or another grant: everything may be announced anew. */
    private void compare(Usage usage, Instant now) {
        var ids = open(usage.holder(), usage.meter(), now);
        var meter = List.<Object>of(usage.holder(), usage.meter());
        var standing = List.<Object>of(ids, granted(ids));
        if (!standing.equals(standings.put(meter, standing))) {
            announced.removeIf(key -> key.subList(0, 2).equals(meter));
        }
    }

    private void require(Usage usage, Instant now) {
        var ids = open(usage.holder(), usage.meter(), now);
        long used = ids.stream().mapToLong(id -> tables.allowances.get(id).figures().used()).sum();
        long granted = granted(ids);
        for (int percent : List.of(80, 90, 100)) {
            if (granted > 0 && used * 100 >= granted * percent) {
                assertThat(announced).contains(List.of(usage.holder(), usage.meter(), percent, granted, ids));
            }
        }
    }

    private long granted(Set<UUID> ids) {
        return ids.stream().mapToLong(id -> tables.allowances.get(id).figures().granted()).sum();
    }

    private Set<UUID> open(Holder holder, MeterKey meter, Instant at) {
        return tables.allowances.values().stream()
                .filter(a -> a.holder().equals(holder) && a.meter().equals(meter) && a.lifetime().openAt(at))
                .map(Allowance::id).collect(Collectors.toSet());
    }
}
