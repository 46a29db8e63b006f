package io.weir.metering.store;

import io.weir.metering.domain.AllowanceChange;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Reservation;
import io.weir.metering.domain.Usage;
import io.weir.metering.domain.UsageTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statements that write a batch, in the order in which they are sent: the allowances first, one statement for
 * each; everything else in one multi-row insert a table.
 */
final class WriteSql {
    private WriteSql() {
    }

    static List<String> of(Changes changes, Instant wall) {
        var statements = new ArrayList<String>();
        changes.allowances().forEach(change -> statements.add(allowance(change)));
        usages(changes.usages()).addTo(statements);
        made(changes.made(), wall).addTo(statements);
        parts(changes.made()).addTo(statements);
        changes.turned().forEach(reservation -> statements.add(turned(reservation)));
        var tally = new UsageTally(changes.usages());
        hours(tally).addTo(statements);
        latencies(tally).addTo(statements);
        return statements;
    }

    /** Adds to what is there, so that the table's own check has the last word. */
    private static String allowance(AllowanceChange change) {
        return new SqlText("UPDATE metering_allowance SET used=used+(").number(change.used())
                .sql("), reserved=reserved+(").number(change.reserved()).sql(") WHERE ").of(change.holder())
                .sql(" AND meter=").meter(change.meter()).sql(" AND id=").id(change.allowance()).toString();
    }

    private static RowsSql usages(List<Usage> usages) {
        var rows = new RowsSql("INSERT INTO metering_usage (tenant_id, account_id, used_at, id, meter, quantity, "
                + "endpoint, model, status, latency_ms, tokens, api_key_id, reservation_id) VALUES ", "");
        for (var usage : usages) {
            var facts = usage.facts();
            var row = rows.next().holder(usage.holder()).and().moment(usage.at()).and().id(usage.id())
                    .and().meter(usage.meter()).and().number(usage.quantity()).and().free(facts.endpoint()).and();
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
        var rows = new RowsSql("INSERT INTO metering_reservation (tenant_id, account_id, id, meter, quantity, state, "
                + "expires_at, created_at) VALUES ", "");
        for (var reservation : made) {
            var terms = reservation.terms();
            rows.next().holder(terms.holder()).and().id(terms.id()).and().meter(terms.meter())
                    .and().number(terms.quantity()).and().word(reservation.state())
                    .and().moment(terms.expiresAt()).and().moment(wall);
        }
        return rows;
    }

    private static RowsSql parts(List<Reservation> made) {
        var rows = new RowsSql("INSERT INTO metering_reservation_part (tenant_id, account_id, reservation_id, part_no, "
                + "allowance_id, quantity) VALUES ", "");
        for (var reservation : made) {
            IntStream.range(0, reservation.parts().size()).forEach(number -> {
                var part = reservation.parts().get(number);
                rows.next().holder(reservation.terms().holder()).and().id(reservation.terms().id())
                        .and().number(number).and().id(part.allowance()).and().number(part.quantity());
            });
        }
        return rows;
    }

    private static String turned(Reservation reservation) {
        var sql = new SqlText("UPDATE metering_reservation SET state=").word(reservation.state());
        reservation.settlement().ifPresent(settlement -> sql.sql(", usage_id=").id(settlement.id())
                .sql(", charged=").number(settlement.charged()).sql(", remaining=").number(settlement.remaining()));
        var terms = reservation.terms();
        return sql.sql(" WHERE ").of(terms.holder()).sql(" AND id=").id(terms.id()).toString();
    }

    private static RowsSql hours(UsageTally tally) {
        var rows = new RowsSql("INSERT INTO metering_usage_hour (tenant_id, account_id, meter, hour_at, endpoint, "
                + "model, api_key_id, status, requests, errors, quantity, tokens, latency_sum, latency_count) VALUES ",
                " ON DUPLICATE KEY UPDATE requests=requests+VALUES(requests), errors=errors+VALUES(errors), "
                + "quantity=quantity+VALUES(quantity), tokens=tokens+VALUES(tokens), "
                + "latency_sum=latency_sum+VALUES(latency_sum), latency_count=latency_count+VALUES(latency_count)");
        tally.hours().forEach((key, sums) -> rows.next().holder(key.holder()).and().meter(key.meter())
                .and().moment(key.hour()).and().free(key.endpoint()).and().free(key.model()).and().id(key.apiKey())
                .and().number(key.status()).and().number(sums.requests()).and().number(sums.errors())
                .and().number(sums.quantity()).and().number(sums.tokens())
                .and().number(sums.latencySum()).and().number(sums.latencyCount()));
        return rows;
    }

    private static RowsSql latencies(UsageTally tally) {
        var rows = new RowsSql("INSERT INTO metering_latency_hour (tenant_id, account_id, meter, hour_at, bucket, "
                + "requests) VALUES ", " ON DUPLICATE KEY UPDATE requests=requests+VALUES(requests)");
        tally.latencies().forEach((key, calls) -> rows.next().holder(key.holder()).and().meter(key.meter())
                .and().moment(key.hour()).and().number(key.bucket()).and().number(calls));
        return rows;
    }
}
