package io.weir.metering.store;

import io.weir.metering.domain.AllowanceChange;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.CountedEvent;
import io.weir.metering.domain.Reservation;
import io.weir.metering.domain.Usage;
import io.weir.metering.domain.UsageTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statements that write a batch, in the order in which they are sent: the allowances first, one statement for
 * each; everything else in one multi-row insert a table.
 */
final class WriteSql {
    static final String UPDATE_ALLOWANCE = "UPDATE metering_allowance ";

    private WriteSql() {
    }

    static List<SqlText> of(Changes changes, Instant wall) {
        var statements = new ArrayList<SqlText>();
        changes.allowances().forEach(change -> statements.add(allowance(change)));
        AccountMeterSql.remembered(changes.remembered()).addTo(statements);
        usages(changes.usages()).addTo(statements);
        made(changes.made(), wall).addTo(statements);
        parts(changes.made()).addTo(statements);
        changes.turned().forEach(reservation -> statements.add(turned(reservation)));
        events(changes.events(), wall).addTo(statements);
        AccountMeterSql.alerts(changes.alerts()).addTo(statements);
        TallySql.addTo(statements, new UsageTally(changes.usages()));
        return statements;
    }

    /** Adds to what is there, so that the table's own check has the last word. */
    private static SqlText allowance(AllowanceChange change) {
        var sql = new SqlText(UPDATE_ALLOWANCE).sql("SET used=used+(").number(change.used())
                .sql("), reserved=reserved+(").number(change.reserved()).sql(")");
        if (change.overage() != 0) {
            sql.sql(", overage=overage+(").number(change.overage()).sql(")");
        }
        return sql.sql(" WHERE ").of(change.holder()).sql(" AND meter=").meter(change.meter())
                .sql(" AND id=").id(change.allowance());
    }

    private static RowsSql usages(List<Usage> usages) {
        var rows = new RowsSql("INSERT INTO metering_usage (tenant_id, account_id, used_at, id, meter, quantity, "
                + "overage, requests, balance_after, endpoint, operation, model, status, latency_ms, tokens, "
                + "api_key_id, reservation_id) VALUES ", "");
        for (var usage : usages) {
            var facts = usage.facts();
            var row = rows.next().holder(usage.holder()).and().moment(usage.at()).and().id(usage.id())
                    .and().meter(usage.meter()).and().number(usage.quantity()).and().number(usage.overage())
                    .and().number(usage.requests()).and().number(usage.balanceAfter())
                    .and().free(facts.endpoint()).and();
            facts.operation().ifPresentOrElse(row::free, row::nothing);
            row.and();
            facts.model().ifPresentOrElse(row::free, row::nothing);
            row.and().number(facts.status()).and();
            facts.latencyMs().ifPresentOrElse(row::number, row::nothing);
            row.and().number(facts.tokens()).and();
            facts.apiKey().ifPresentOrElse(row::id, row::nothing);
            row.and();
            usage.reservation().ifPresentOrElse(row::id, row::nothing);
        }
        return rows;
    }

    private static RowsSql made(List<Reservation> made, Instant wall) {
        var rows = new RowsSql("INSERT INTO metering_reservation (tenant_id, account_id, id, state, held_at, "
                + "expires_at, created_at, operation) VALUES ", "");
        for (var reservation : made) {
            var terms = reservation.terms();
            var row = rows.next().holder(terms.holder()).and().id(terms.id()).and().word(reservation.state())
                    .and().moment(terms.heldAt()).and().moment(terms.expiresAt()).and().moment(wall).and();
            terms.operation().ifPresentOrElse(row::free, row::nothing);
        }
        return rows;
    }

    private static RowsSql parts(List<Reservation> made) {
        var rows = new RowsSql("INSERT INTO metering_reservation_part (tenant_id, account_id, reservation_id, part_no, "
                + "meter, allowance_id, quantity) VALUES ", "");
        for (var reservation : made) {
            IntStream.range(0, reservation.parts().size()).forEach(number -> {
                var part = reservation.parts().get(number);
                rows.next().holder(reservation.terms().holder()).and().id(reservation.terms().id())
                        .and().number(number).and().meter(part.meter()).and().id(part.allowance())
                        .and().number(part.quantity());
            });
        }
        return rows;
    }

    private static SqlText turned(Reservation reservation) {
        var sql = new SqlText("UPDATE metering_reservation SET state=").word(reservation.state());
        reservation.settlement().map(SettlementText::write)
                .ifPresent(text -> sql.sql(", settlement=").free(text));
        var terms = reservation.terms();
        return sql.sql(" WHERE ").of(terms.holder()).sql(" AND id=").id(terms.id());
    }

    private static RowsSql events(List<CountedEvent> events, Instant wall) {
        var rows = new RowsSql("INSERT INTO metering_event (tenant_id, account_id, event_key, fingerprint, usage_id, "
                + "used_at, occurred_at, event_source, event_id, received_at) VALUES ", "");
        for (var counted : events) {
            var event = counted.event();
            rows.next().holder(counted.usage().holder()).and().bytes(counted.key().hex())
                    .and().bytes(HexFormat.of().formatHex(event.fingerprint())).and().id(counted.usage().id())
                    .and().moment(counted.usage().at()).and().moment(event.time())
                    .and().free(event.source()).and().free(event.id()).and().moment(wall);
        }
        return rows;
    }
}
