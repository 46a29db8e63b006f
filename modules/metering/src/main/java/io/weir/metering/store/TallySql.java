package io.weir.metering.store;

import io.weir.metering.domain.UsageTally;
import io.weir.metering.domain.UsageTally.HourKey;
import java.util.List;

/** Adds a batch's usage to the hourly rollups. */
final class TallySql {
    private static final String HOURS = "INSERT INTO metering_usage_hour (tenant_id, account_id, meter, hour_at, "
            + "endpoint, operation, model, api_key_id, status, requests, errors, quantity, overage, tokens, "
            + "latency_sum, latency_count) VALUES ";
    private static final String HOURS_END = " ON DUPLICATE KEY UPDATE requests=requests+VALUES(requests), "
            + "errors=errors+VALUES(errors), quantity=quantity+VALUES(quantity), overage=overage+VALUES(overage), "
            + "tokens=tokens+VALUES(tokens), latency_sum=latency_sum+VALUES(latency_sum), "
            + "latency_count=latency_count+VALUES(latency_count)";
    private static final String LATENCIES = "INSERT INTO metering_latency_hour (tenant_id, account_id, meter, hour_at, "
            + "endpoint, operation, model, api_key_id, status, bucket, requests) VALUES ";
    private static final String LATENCIES_END = " ON DUPLICATE KEY UPDATE requests=requests+VALUES(requests)";

    private TallySql() {
    }

    static void addTo(List<SqlText> statements, UsageTally tally) {
        var hours = new RowsSql(HOURS, HOURS_END);
        tally.hours().forEach((key, sums) -> row(hours, key).and().number(sums.requests()).and().number(sums.errors())
                .and().number(sums.quantity()).and().number(sums.overage()).and().number(sums.tokens())
                .and().number(sums.latencySum()).and().number(sums.latencyCount()));
        hours.addTo(statements);
        var latencies = new RowsSql(LATENCIES, LATENCIES_END);
        tally.latencies().forEach((key, calls) -> row(latencies, key.row()).and().number(key.bucket())
                .and().number(calls));
        latencies.addTo(statements);
    }

    private static SqlText row(RowsSql rows, HourKey key) {
        return rows.next().holder(key.holder()).and().meter(key.meter()).and().moment(key.hour())
                .and().free(key.endpoint()).and().free(key.operation()).and().free(key.model())
                .and().id(key.apiKey()).and().number(key.status());
    }
}
