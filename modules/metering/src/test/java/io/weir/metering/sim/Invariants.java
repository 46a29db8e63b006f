package io.weir.metering.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.MemoryTables;
import io.weir.metering.api.Settlement;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Part;
import io.weir.metering.domain.Reservation;
import io.weir.metering.domain.Usage;
import io.weir.metering.domain.UsageTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What must be true of the tables whatever happened; counted here from the rows, by other rules than the gate's. */
final class Invariants {
    private final MemoryTables tables;
    private final Clients clients;
    private final MonthlySpending spending;
    private final Announcements announcements;
    private AssertionError first;

    Invariants(MemoryTables tables, Clients clients) {
        this.tables = tables;
        this.clients = clients;
        this.spending = new MonthlySpending(tables);
        this.announcements = new Announcements(tables);
    }

    /** What is wrong is kept: the node would take it for a lost commit. */
    void committed(Changes changes, Moments now) {
        try {
            spending.committed(changes, now);
            announcements.committed(changes, now);
        } catch (AssertionError wrong) {
            first = first == null ? wrong : first;
        }
    }

    void check() {
        if (first != null) {
            throw first;
        }
        figures();
        reservations();
        events();
        promises();
        rollups();
    }

    /** That they stay within the grant and within the rule, their constructor says. */
    private void figures() {
        var used = sumBy(tables.usages, u -> u.quantity() - u.overage());
        var overage = sumBy(tables.usages, Usage::overage);
        Map<List<Object>, long[]> stored = new HashMap<>();
        for (var allowance : tables.allowances.values()) {
            var sums = stored.computeIfAbsent(List.of(allowance.holder(), allowance.meter()), k -> new long[2]);
            sums[0] += allowance.figures().used();
            sums[1] += allowance.figures().overage();
        }
        stored.forEach((key, sums) -> {
            assertThat(sums[0]).as("used of %s", key).isEqualTo(used.getOrDefault(key, 0L));
            assertThat(sums[1]).as("overage of %s", key).isEqualTo(overage.getOrDefault(key, 0L));
        });
    }

    private void reservations() {
        Map<UUID, Long> held = tables.reservations.values().stream()
                .filter(r -> r.state() == Reservation.State.HELD).flatMap(r -> r.parts().stream())
                .collect(Collectors.groupingBy(Part::allowance, Collectors.summingLong(Part::quantity)));
        tables.allowances.forEach((id, allowance) -> assertThat(allowance.figures().reserved())
                .as("reserved of %s", id).isEqualTo(held.getOrDefault(id, 0L)));
        for (var reservation : tables.reservations.values()) {
            var usages = tables.usages.stream()
                    .filter(u -> u.reservation().filter(reservation.terms().id()::equals).isPresent()).toList();
            var lines = reservation.settlement().map(Settlement::lines).orElse(List.of());
            assertThat(usages.stream().map(u -> List.<Object>of(u.meter(), u.id(), u.quantity(), u.overage())).toList())
                    .as("reservation %s is settled at most once", reservation.terms().id())
                    .isEqualTo(lines.stream().filter(l -> l.usage().isPresent()).map(l -> List.<Object>of(l.meter(),
                            l.usage().get(), l.charged(), l.overage())).toList());
            assertThat(usages.stream().mapToInt(Usage::requests).sum()).isEqualTo(usages.isEmpty() ? 0 : 1);
        }
    }

    private void events() {
        var usages = tables.events.values().stream().map(e -> e.usage()).distinct().toList();
        assertThat(usages).hasSameSizeAs(tables.events.keySet());
        clients.counted.forEach((key, usage) -> assertThat(tables.events.get(key).usage()).isEqualTo(usage));
        long ofCalls = tables.usages.stream().filter(u -> u.requests() == 1 && u.reservation().isEmpty()).count();
        assertThat(ofCalls - tables.events.size()).as("charges, told or not")
                .isGreaterThanOrEqualTo(clients.charged.size());
    }

    /** Whoever got an answer finds it in the tables. */
    private void promises() {
        var usages = tables.usages.stream().collect(Collectors.toMap(Usage::id, u -> u));
        clients.charged.forEach((id, admitted) -> assertThat(usages.get(id).quantity())
                .isEqualTo(admitted.first().quantity()));
        tables.events.values().forEach(event -> assertThat(usages).containsKey(event.usage()));
        clients.reserved.forEach((id, admitted) -> assertThat(tables.reservations.get(id).parts().stream()
                .mapToLong(Part::quantity).sum()).isEqualTo(admitted.lines().stream().mapToLong(l -> l.quantity())
                        .sum()));
        clients.settled.forEach((id, settlement) -> assertThat(tables.reservations.get(id).settlement())
                .hasValue(settlement));
    }

    private void rollups() {
        var raw = new UsageTally(tables.usages);
        assertThat(tables.hours).isEqualTo(raw.hours());
        assertThat(tables.latencies).isEqualTo(raw.latencies());
    }

    private static Map<List<Object>, Long> sumBy(List<Usage> usages, ToLongFunction<Usage> of) {
        return usages.stream().collect(Collectors.groupingBy(u -> List.<Object>of(u.holder(), u.meter()),
                Collectors.summingLong(of)));
    }
}
