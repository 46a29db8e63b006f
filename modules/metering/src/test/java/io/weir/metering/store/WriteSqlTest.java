package io.weir.metering.store;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.TENANT;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.CallFacts;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Gate;
import io.weir.metering.domain.Locked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        var statements = WriteSql.of(gate.changes(), NOON);
        assertThat(statements).hasSize(4);
        assertThat(statements.get(0)).isEqualTo(
                "UPDATE metering_allowance SET used=used+(100), reserved=reserved+(0) WHERE tenant_id='" + TENANT
                        + "' AND account_id='" + ACME.account() + "' AND meter='calls' AND id='" + id(1) + "'");
        assertThat(statements.get(1)).startsWith("INSERT INTO metering_usage (").contains("'2026-11-21 12:00:00.000'")
                .endsWith(",200,120,7,NULL,NULL)");
        assertThat(statements.get(1).split("\\),\\(")).hasSize(50);
        assertThat(statements.get(2)).startsWith("INSERT INTO metering_usage_hour (")
                .contains(",50,0,100,350,6000,50)");
        assertThat(statements.get(3)).startsWith("INSERT INTO metering_latency_hour (")
                .contains(",50) ON DUPLICATE KEY");
    }

    @Test
    void reservations_are_written_with_their_parts_and_turned_one_by_one() {
        var gate = gate();
        gate.decide(new Ask.Reserve(demand(ACME, 2)));
        var statements = WriteSql.of(gate.changes(), NOON);
        assertThat(statements).hasSize(3);
        assertThat(statements.get(1)).contains("'calls',2,'HELD','2026-11-21 12:01:00.000','2026-11-21 12:00:00.000')");
        assertThat(statements.get(2)).endsWith(",'" + id(100) + "',0,'" + id(1) + "',2)");

        var held = gate.changes().made().get(0);
        var next = new Gate(new Locked(gateAllowances(2), List.of(held), 0), NOW, () -> id(ids.getAndIncrement()));
        next.decide(new Ask.Release(ACME, id(100)));
        assertThat(WriteSql.of(next.changes(), NOON)).element(1).asString()
                .startsWith("UPDATE metering_reservation SET state='RELEASED' WHERE tenant_id=")
                        .endsWith("AND id='" + id(100) + "'");
    }

    @Test
    void callers_text_cannot_end_its_literal() {
        var gate = gate();
        var evil = "x'); DROP TABLE metering_usage; -- \\ é \u0000";
        gate.decide(new Ask.Charge(demand(ACME, 1),
                new CallFacts(evil, Optional.of(evil), 200, OptionalInt.empty(), 0, Optional.empty())));
        assertThat(WriteSql.of(gate.changes(), NOON))
                .allSatisfy(sql -> assertThat(sql).doesNotContain("DROP").doesNotContain("\\"));
        assertThat(WriteSql.of(gate.changes(), NOON).get(1)).contains("_utf8mb4 X'78272");
    }

    @Test
    void locks_by_key_ranges_only() {
        var asks = List.<Ask>of(new Ask.Charge(demand(holder(2), 1), FACTS), new Ask.Charge(demand(ACME, 1), FACTS),
                new Ask.Charge(demand(ACME, 1), FACTS), new Ask.Release(ACME, id(7)));
        var agenda = Agenda.of(asks);
        assertThat(LockSql.allowances(agenda, NOW)).contains("FORCE INDEX (PRIMARY) WHERE (tenant_id='" + TENANT
                + "' AND account_id IN ('" + ACME.account() + "','" + holder(2).account()
                        + "') AND (ends_at IS NULL OR ends_at>'"
                + "2026-11-21 12:00:00.000' OR reserved>0)) ORDER BY tenant_id, account_id, meter, id FOR UPDATE");
        assertThat(LockSql.reservations(agenda)).contains("r.id IN ('" + id(7) + "'))");
        assertThat(agenda.credentials()).isFalse();
    }

    @Test
    void moments_are_utc_with_milliseconds() {
        assertThat(new SqlText("").moment(Instant.parse("2026-01-02T03:04:05.006789Z")))
                .hasToString("'2026-01-02 03:04:05.006'");
        assertThat(new SqlText("").nothing().and().id(new UUID(0, 1)))
                .hasToString("NULL,'00000000-0000-0000-0000-000000000001'");
    }

    private Gate gate() {
        return new Gate(new Locked(gateAllowances(0), List.of(), 0), NOW, () -> id(ids.getAndIncrement()));
    }

    private static List<Allowance> gateAllowances(long reserved) {
        return List.of(allowance(ACME, 1, new Figures(1000, 0, reserved), forEver()));
    }
}
