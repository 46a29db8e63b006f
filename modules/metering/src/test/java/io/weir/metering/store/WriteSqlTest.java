package io.weir.metering.store;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.TENANT;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.EventKey;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Gate;
import io.weir.metering.domain.Locked;
import io.weir.metering.domain.Part;
import io.weir.metering.domain.Remembered;
import io.weir.metering.domain.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WriteSqlTest {
    private final AtomicInteger ids = new AtomicInteger(100);

    @Test
    void a_batch_of_charges_is_four_statements_however_many_they_are() {
        var gate = gate();
        for (int i = 0; i < 50; i++) {
            gate.decide(new Ask.Charge(demand(ACME, 2), FACTS));
        }
        var statements = written(gate.changes());
        assertThat(statements).hasSize(4);
        assertThat(statements.get(0)).isEqualTo(
                "UPDATE metering_allowance SET used=used+(100), reserved=reserved+(0) WHERE tenant_id='" + TENANT
                        + "' AND account_id='" + ACME.account() + "' AND meter='calls' AND id='" + id(1) + "'");
        assertThat(statements.get(1)).startsWith("INSERT INTO metering_usage (").contains("'2026-11-21 12:00:00.000'")
                .endsWith(",200,120,7,NULL,NULL)");
        assertThat(statements.get(1).split("\\),\\(")).hasSize(50);
        assertThat(statements.get(2)).startsWith("INSERT INTO metering_usage_hour (")
                .contains(",50,0,100,0,350,6000,50)");
        assertThat(statements.get(3)).startsWith("INSERT INTO metering_latency_hour (")
                .contains(",50) ON DUPLICATE KEY");
    }

    @Test
    void reservations_are_written_with_their_parts_and_turned_one_by_one() {
        var gate = gate();
        gate.decide(new Ask.Reserve(demand(ACME, 2)));
        var statements = written(gate.changes());
        assertThat(statements).hasSize(3);
        assertThat(statements.get(1)).contains("'HELD','2026-11-21 12:00:00.000','2026-11-21 12:01:00.000',"
                + "'2026-11-21 12:00:00.000',NULL)");
        assertThat(statements.get(2)).endsWith(",'" + id(100) + "',0,'calls','" + id(1) + "',2)");

        var held = gate.changes().made().get(0);
        var next = new Gate(new Locked(gateAllowances(2), List.of(), List.of(held), List.of(), 0), NOW,
                () -> id(ids.getAndIncrement()));
        next.decide(new Ask.Release(ACME, id(100)));
        assertThat(written(next.changes())).element(1).asString()
                .startsWith("UPDATE metering_reservation SET state='RELEASED' WHERE tenant_id=")
                        .endsWith("AND id='" + id(100) + "'");
    }

    @Test
    void a_settlement_is_kept_as_it_was_said() {
        var settlement = new Settlement(id(50), List.of(
                new Settlement.Line(MeterKey.CALLS, Optional.of(id(9)), 5, 5, 2, -1),
                new Settlement.Line(MeterKey.TOKENS, Optional.empty(), 0, 0, 0, 1_000_000_000_000_000L)));
        var text = SettlementText.write(settlement);
        assertThat(text).isEqualTo("[{\"meter\":\"calls\",\"usage\":\"" + id(9) + "\",\"asked\":5,\"charged\":5,"
                + "\"overage\":2,\"remaining\":-1},{\"meter\":\"tokens\",\"usage\":null,\"asked\":0,\"charged\":0,"
                + "\"overage\":0,\"remaining\":1000000000000000}]");
        assertThat(SettlementText.read(id(50), text)).isEqualTo(settlement);
        var held = new Reservation(new Reservation.Terms(ACME, id(50), Optional.empty(), NOON, NOON),
                List.of(new Part(MeterKey.CALLS, id(1), 2)), Reservation.State.HELD, Optional.empty());
        var gate = new Gate(new Locked(gateAllowances(2), List.of(), List.of(held), List.of(), 0), NOW,
                () -> id(ids.getAndIncrement()));
        gate.decide(new Ask.Settle(ACME, id(50), hold -> 1, FACTS));
        assertThat(written(gate.changes())).filteredOn(sql -> sql.startsWith("UPDATE metering_reservation"))
                .singleElement().asString().contains("SET state='COMMITTED', settlement=_utf8mb4 X'5b7b");
    }

    @Test
    void events_caps_and_alerts_are_one_statement_each() {
        var capped = new Remembered(ACME, MeterKey.CALLS, OptionalLong.of(9), 1, Optional.of(NOON), Optional.empty(),
                0);
        var gate = new Gate(new Locked(gateAllowances(0), List.of(capped), List.of(), List.of(), 0), NOW,
                () -> id(ids.getAndIncrement()));
        for (String name : List.of("a", "b")) {
            var event = new UsageEvent(ACME.account(), "s", name, NOON, new Units(MeterKey.CALLS, 450), FACTS,
                    new byte[] {(byte) 0xab});
            gate.decide(new Ask.Report(TENANT, event, Meter.LateEvents.REOPEN, NOON.minusSeconds(9), 0));
        }
        var statements = written(gate.changes());
        assertThat(statements).hasSize(7);
        assertThat(statements.get(1)).startsWith("INSERT INTO metering_account_meter (").contains(
                "'calls',901,'2026-11-01 00:00:00.000',", ",90) ON DUPLICATE KEY UPDATE spent=VALUES(spent)");
        assertThat(statements.get(3)).startsWith("INSERT INTO metering_event (")
                .contains("X'" + EventKey.of("s", "a").hex() + "',X'ab','").contains("),(");
        assertThat(statements.get(4)).startsWith("INSERT INTO metering_alert (").contains("'calls',80,900,1000,")
                .endsWith("'2026-11-21 12:00:00.000',NULL)");
    }

    @Test
    void overage_is_added_where_there_is_any() {
        var figures = new Figures(1, 1, 0, 0, Overage.ALLOW);
        var gate = new Gate(new Locked(List.of(allowance(ACME, 1, figures, forEver())), List.of(), List.of(), List.of(),
                0), NOW, () -> id(ids.getAndIncrement()));
        var event = new UsageEvent(ACME.account(), "s", "a", NOON, new Units(MeterKey.CALLS, 4), FACTS, new byte[1]);
        gate.decide(new Ask.Report(TENANT, event, Meter.LateEvents.REOPEN, NOON.minusSeconds(9), 0));
        assertThat(written(gate.changes()).get(0))
                .contains("reserved=reserved+(0), overage=overage+(4) WHERE");
    }

    @Test
    void known_events_are_read_by_key_without_a_lock() {
        var event = new UsageEvent(ACME.account(), "s", "a", NOON, new Units(MeterKey.CALLS, 4), FACTS, new byte[1]);
        var agenda = Agenda.of(List.of(new Ask.Report(TENANT, event, Meter.LateEvents.REOPEN, NOON, 0)));
        assertThat("" + LockSql.events(agenda)).endsWith("WHERE (tenant_id='" + TENANT + "' AND account_id='"
                + ACME.account() + "' AND event_key IN (X'" + EventKey.of("s", "a").hex() + "'))");
    }

    @Test
    void callers_text_cannot_end_its_literal() {
        var gate = gate();
        var evil = "x'); DROP TABLE metering_usage; -- \\ é \u0000";
        gate.decide(new Ask.Charge(demand(ACME, 1),
                new CallFacts(evil, Optional.of(evil), Optional.of(evil), 200, OptionalInt.empty(), 0,
                        Optional.empty())));
        assertThat(written(gate.changes()))
                .allSatisfy(sql -> assertThat(sql).doesNotContain("DROP").doesNotContain("\\"));
        assertThat(written(gate.changes()).get(1)).contains("_utf8mb4 X'78272");
    }

    @Test
    void locks_by_key_ranges_only() {
        var asks = List.<Ask>of(new Ask.Charge(demand(holder(2), 1), FACTS), new Ask.Charge(demand(ACME, 1), FACTS),
                new Ask.Charge(demand(ACME, 1), FACTS), new Ask.Release(ACME, id(7)));
        var agenda = Agenda.of(asks);
        assertThat("" + LockSql.allowances(agenda, NOW)).contains("(a.tenant_id='" + TENANT
                + "' AND a.account_id IN ('" + ACME.account() + "','" + holder(2).account()
                        + "') AND (a.ends_at IS NULL OR a.ends_at>'"
                + "2026-11-21 12:00:00.000' OR a.reserved>0)) "
                + "ORDER BY a.tenant_id, a.account_id, a.meter, a.id FOR UPDATE");
        assertThat("" + LockSql.reservations(agenda)).contains("r.id IN ('" + id(7) + "'))");
        assertThat(agenda.credentials()).isFalse();
    }

    @Test
    void moments_are_utc_with_milliseconds() {
        assertThat(new SqlText("").moment(Instant.parse("2026-01-02T03:04:05.006789Z")))
                .hasToString("'2026-01-02 03:04:05.006'");
        assertThat(new SqlText("").nothing().and().id(new UUID(0, 1)))
                .hasToString("NULL,'00000000-0000-0000-0000-000000000001'");
    }

    /** As it would read with the values in their places. */
    private static List<String> written(Changes changes) {
        return WriteSql.of(changes, NOON).stream().map(SqlText::toString).toList();
    }

    private Gate gate() {
        return new Gate(new Locked(gateAllowances(0), List.of(), List.of(), List.of(), 0), NOW,
                () -> id(ids.getAndIncrement()));
    }

    private static List<Allowance> gateAllowances(long reserved) {
        return List.of(allowance(ACME, 1, figures(1000, 0, reserved), forEver()));
    }
}
