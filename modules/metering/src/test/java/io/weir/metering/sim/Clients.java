package io.weir.metering.sim;

import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.CREDITS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Decision.Admitted;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents.Ack;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Clients who ask, and ask again when they heard nothing, or for no reason; and what they were promised. */
final class Clients {
    final Map<UUID, Admitted> charged = new HashMap<>();
    final Map<UUID, Admitted> reserved = new HashMap<>();
    final Map<UUID, Settlement> settled = new HashMap<>();
    final Map<List<Object>, UUID> counted = new HashMap<>();
    private final World world;
    private final List<Ask.Settle> settles = new ArrayList<>();
    private final List<Ask.Report> reports = new ArrayList<>();
    private final List<Ask.Release> holds = new ArrayList<>();

    Clients(World world) {
        this.world = world;
    }

    Ask ask() {
        int kind = world.random.nextInt(10);
        if (kind < 3) {
            return new Ask.Charge(demand(), FACTS);
        } else if (kind < 5 || holds.isEmpty()) {
            return new Ask.Reserve(demand());
        } else if (kind < 7) {
            return end();
        }
        return kind == 9 ? due().orElseGet(this::report) : report();
    }

    void hear(List<Ask> asks, List<Answer> answers) {
        for (int i = 0; i < asks.size(); i++) {
            hear(asks.get(i), answers.get(i));
        }
    }

    private void hear(Ask ask, Answer answer) {
        if (answer instanceof Answer.Decided decided && decided.decision() instanceof Admitted admitted) {
            (ask instanceof Ask.Charge ? charged : reserved).put(admitted.id(), admitted);
            if (ask instanceof Ask.Reserve) {
                holds.add(new Ask.Release(ask.holder(), admitted.id()));
            }
        } else if (answer instanceof Answer.Settled said) {
            var before = settled.putIfAbsent(said.settlement().reservation(), said.settlement());
            assertThat(before == null || before.equals(said.settlement())).as("the same answer again").isTrue();
        } else if (answer instanceof Answer.Reported reported) {
            heard((Ask.Report) ask, reported.ack());
        }
    }

    private void heard(Ask.Report ask, Ack ack) {
        var usage = ack instanceof Ack.Accepted yes ? yes.usage()
                : ack instanceof Ack.Duplicate again ? again.usage()
                : ack instanceof Ack.Conflict other ? other.usage() : null;
        if (usage != null) {
            var before = counted.putIfAbsent(List.of(ask.holder(), ask.key()), usage);
            assertThat(before == null || before.equals(usage)).as("one usage for an event").isTrue();
        }
    }

    /** The job finds also what nobody was told of. */
    private Optional<Ask> due() {
        return world.database.tables.reservations.values().stream()
                .filter(r -> r.state() == Reservation.State.HELD)
                .skip(world.random.nextInt(3)).findFirst()
                .map(r -> new Ask.Expire(r.terms().holder(), r.terms().id()));
    }

    private Demand demand() {
        var holder = anyHolder();
        var units = new ArrayList<>(List.of(new Units(CALLS, 1 + world.random.nextInt(4))));
        if (world.chance(40)) {
            units.add(new Units(CREDITS, 1 + world.random.nextInt(8)));
        }
        var demand = new Demand(holder.tenant(), holder.account(), units, List.of(), Long.MAX_VALUE, Optional.empty(),
                Duration.ofSeconds(world.random.nextInt(900)));
        return units.size() == 1 && world.chance(30) ? demand.andWhereMetered(CREDITS, 2) : demand;
    }

    private Ask end() {
        if (!settles.isEmpty() && world.chance(30)) {
            return settles.get(world.random.nextInt(settles.size()));
        }
        var hold = anyHold();
        if (world.chance(25)) {
            return hold;
        }
        long calls = world.random.nextInt(7);
        long credits = world.random.nextInt(12);
        var settle = new Ask.Settle(hold.holder(), hold.reservation(), h -> h.meter().equals(CALLS) ? calls : credits,
                FACTS);
        settles.add(settle);
        return settle;
    }

    private Ask report() {
        if (!reports.isEmpty() && world.chance(35)) {
            var before = reports.get(world.random.nextInt(reports.size()));
            return world.chance(80) ? before
                    : report(before.holder(), before.event().id(), before.event().time(), (byte) 9);
        }
        var report = report(anyHolder(), "e" + reports.size(), world.clock.now()
                .minusSeconds(world.chance(50) ? 0 : world.random.nextInt(20_000)), (byte) 1);
        reports.add(report);
        return report;
    }

    private Ask.Report report(Holder holder, String id, Instant time, byte fingerprint) {
        MeterKey meter = id.hashCode() % 2 == 0 ? CALLS : CREDITS;
        var event = new UsageEvent(holder.account(), "sim", id, time, new Units(meter, 1 + world.random.nextInt(5)),
                FACTS, new byte[] {fingerprint});
        var late = meter.equals(CALLS) ? LateEvents.REOPEN : LateEvents.NEXT_PERIOD;
        return new Ask.Report(TENANT, event, late, Instant.parse("2026-11-28T09:00:00Z"), Long.MAX_VALUE);
    }

    private Holder anyHolder() {
        return Market.HOLDERS.get(world.random.nextInt(Market.HOLDERS.size()));
    }

    private Ask.Release anyHold() {
        return holds.get(world.random.nextInt(holds.size()));
    }
}
