package io.weir.metering;

import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Alert;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.AllowanceChange;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.KnownEvent;
import io.weir.metering.domain.Locked;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Remembered;
import io.weir.metering.domain.Reservation;
import io.weir.metering.domain.Usage;
import io.weir.metering.domain.UsageTally;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tables of the gate in memory, read and written as its statements do. */
public final class MemoryTables {
    public final Map<UUID, Allowance> allowances = new LinkedHashMap<>();
    public final Map<List<Object>, Remembered> remembered = new LinkedHashMap<>();
    public final Map<UUID, Reservation> reservations = new LinkedHashMap<>();
    public final Map<List<Object>, KnownEvent> events = new LinkedHashMap<>();
    public final List<Usage> usages = new ArrayList<>();
    public final List<Alert> alerts = new ArrayList<>();
    public final Map<UsageTally.HourKey, UsageTally.HourSums> hours = new LinkedHashMap<>();
    public final Map<UsageTally.LatencyKey, Long> latencies = new LinkedHashMap<>();
    public long credentialEpoch;

    /** Copies of what the statements would select: rows that nobody asked for are not there. */
    public Locked read(Agenda agenda, Moments now) {
        var locked = allowances.values().stream().filter(a -> isSelected(a, agenda, now)).map(MemoryTables::copy)
                .toList();
        var rows = locked.stream().map(a -> remembered.get(List.<Object>of(a.holder(), a.meter())))
                .filter(row -> row != null).distinct().toList();
        var asked = reservations.values().stream()
                .filter(r -> agenda.reservations().getOrDefault(r.terms().holder(), Set.of()).contains(r.terms().id()))
                .map(MemoryTables::copy).toList();
        var known = events.values().stream()
                .filter(e -> agenda.events().getOrDefault(e.holder(), Set.of()).contains(e.key())).toList();
        return new Locked(locked, rows, asked, known, agenda.credentials() ? credentialEpoch : 0);
    }

    public void apply(Changes changes) {
        for (var counted : changes.events()) {
            var key = List.<Object>of(counted.usage().holder(), counted.key());
            var row = new KnownEvent(counted.usage().holder(), counted.key(),
                    HexFormat.of().formatHex(counted.event().fingerprint()), counted.usage().id());
            if (events.putIfAbsent(key, row) != null) {
                throw new IllegalStateException("duplicate key in metering_event");
            }
        }
        changes.allowances().forEach(this::apply);
        changes.remembered().forEach(row -> remembered.put(List.of(row.holder(), row.meter()), row));
        usages.addAll(changes.usages());
        changes.made().forEach(made -> reservations.put(made.terms().id(), copy(made)));
        changes.turned().forEach(turned -> reservations.put(turned.terms().id(), copy(turned)));
        alerts.addAll(changes.alerts());
        var tally = new UsageTally(changes.usages());
        tally.hours().forEach((key, sums) -> hours.merge(key, sums, MemoryTables::sum));
        tally.latencies().forEach((key, calls) -> latencies.merge(key, calls, Long::sum));
    }

    public void put(Allowance allowance) {
        allowances.put(allowance.id(), allowance);
    }

    public void put(Remembered row) {
        remembered.put(List.of(row.holder(), row.meter()), row);
    }

    private static boolean isSelected(Allowance allowance, Agenda agenda, Moments now) {
        Holder holder = allowance.holder();
        if (!agenda.accounts().getOrDefault(holder.tenant(), Set.of()).contains(holder.account())) {
            return false;
        }
        var since = agenda.since(holder.tenant(), now.of(holder.tenant()));
        return allowance.lifetime().endsAt().map(end -> end.isAfter(since)).orElse(true)
                || allowance.figures().reserved() > 0;
    }

    private void apply(AllowanceChange change) {
        var before = allowances.get(change.allowance());
        var f = before.figures();
        put(new Allowance(before.id(), before.holder(), before.meter(), before.lifetime(),
                new Figures(f.granted(), f.used() + change.used(), f.reserved() + change.reserved(),
                        f.overage() + change.overage(), f.rule())));
    }

    private static UsageTally.HourSums sum(UsageTally.HourSums one, UsageTally.HourSums other) {
        return new UsageTally.HourSums(one.requests() + other.requests(), one.errors() + other.errors(),
                one.quantity() + other.quantity(), one.overage() + other.overage(), one.tokens() + other.tokens(),
                one.latencySum() + other.latencySum(), one.latencyCount() + other.latencyCount());
    }

    private static Allowance copy(Allowance a) {
        return new Allowance(a.id(), a.holder(), a.meter(), a.lifetime(), a.figures());
    }

    private static Reservation copy(Reservation r) {
        return new Reservation(r.terms(), r.parts(), r.state(), r.settlement());
    }
}
