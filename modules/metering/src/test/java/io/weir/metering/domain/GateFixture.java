package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.TENANT;
import static io.weir.metering.Specimens.id;

import io.weir.metering.MemoryTables;
import io.weir.metering.Specimens;
import io.weir.metering.api.Actual;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents.Ack;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A gate over tables in memory: each batch is decided and committed before the next. */
class GateFixture {
    static final Instant OLDEST = NOON.minusSeconds(400L * 86_400);
    final MemoryTables tables = new MemoryTables();
    final AtomicInteger ids = new AtomicInteger(100);
    Moments now = NOW;
    Changes changes;

    /** One batch. */
    List<Answer> decide(Ask... asks) {
        var gate = new Gate(tables.read(Agenda.of(List.of(asks)), now), now, () -> id(ids.getAndIncrement()));
        var answers = new ArrayList<Answer>();
        for (var ask : asks) {
            answers.add(gate.decide(ask));
        }
        changes = gate.changes();
        tables.apply(changes);
        return answers;
    }

    void at(Instant moment) {
        now = new Moments(moment, Map.of(TENANT, Moments.Local.of(moment, ZoneOffset.UTC)));
    }

    void with(Allowance... allowances) {
        List.of(allowances).forEach(tables::put);
    }

    void cap(MeterKey meter, long most, long spent) {
        tables.put(new Remembered(ACME, meter, OptionalLong.of(most), spent, Optional.of(
                now.monthOf(TENANT).from()), Optional.empty(), 0));
    }

    Remembered remembered(MeterKey meter) {
        return tables.remembered.get(List.<Object>of(ACME, meter));
    }

    Decision charge(Units... units) {
        return decision(decide(new Ask.Charge(Specimens.demand(units), Specimens.FACTS)).get(0));
    }

    Decision charge(long calls) {
        return charge(new Units(CALLS, calls));
    }

    UUID reserve(Units... units) {
        var decision = decision(decide(new Ask.Reserve(Specimens.demand(units))).get(0));
        return ((Decision.Admitted) decision).id();
    }

    UUID reserve(long calls) {
        return reserve(new Units(CALLS, calls));
    }

    Settlement settle(UUID reservation, Actual actual) {
        return ((Answer.Settled) settling(reservation, actual)).settlement();
    }

    Answer settling(UUID reservation, Actual actual) {
        return decide(new Ask.Settle(ACME, reservation, actual, Specimens.FACTS)).get(0);
    }

    Figures figuresOf(int allowance) {
        return tables.allowances.get(id(allowance)).figures();
    }

    Ask.Report event(String id, Instant time, long calls, LateEvents late) {
        var event = new UsageEvent(ACME.account(), "src", id, time, new Units(CALLS, calls), Specimens.FACTS,
                new byte[] {(byte) calls, 2});
        return new Ask.Report(TENANT, event, late, OLDEST, Long.MAX_VALUE);
    }

    Ack report(String id, Instant time, long calls) {
        return report(event(id, time, calls, LateEvents.REOPEN));
    }

    Ack report(Ask.Report ask) {
        return ((Answer.Reported) decide(ask).get(0)).ack();
    }

    static Decision decision(Answer answer) {
        return ((Answer.Decided) answer).decision();
    }

    static String code(Answer answer) {
        return ((Answer.Refused) answer).refusal().code();
    }
}
