package io.weir.webadmin;

import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The newest usages of the last day. */
@RequestScoped
public class LatestUsages {
    private static final int SHOWN = 50;

    @Inject
    private UsageLog log;
    @Inject
    private Meters meters;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    List<Row> rows(Instant now) {
        Map<MeterKey, Meter> byKey = meters.of(visitor.tenantId()).stream()
                .collect(Collectors.toMap(Meter::key, Function.identity()));
        var query = new UsageLog.Query(Optional.empty(), now.minus(Duration.ofDays(1)), now.plusSeconds(1),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return log.page(visitor.tenantId(), query, Optional.empty(), SHOWN).entries().stream()
                .map(entry -> row(entry, byKey.get(entry.meter()))).toList();
    }

    private Row row(UsageLog.Entry entry, Meter meter) {
        int decimals = meter == null ? 0 : meter.decimals();
        String quantity = format.quantity(entry.quantity(), decimals) + " "
                + (meter == null ? entry.meter().value() : meter.unit());
        return new Row(format.clock(entry.at()), entry.account().toString(), names.customer(entry.account()).name(),
                entry.endpoint(), entry.operation().or(entry::model).orElse(""), quantity,
                String.valueOf(entry.status()), entry.status() < 400 ? "active" : "failed",
                entry.latencyMs().map(ms -> format.number(ms) + " ms").orElse(Format.NOTHING));
    }

    /** A usage; {@code what} is its operation, or its model, or empty. */
    public record Row(String at, String account, String customer, String endpoint, String what, String quantity,
                      String status, String style, String latency) {
    }
}
