package io.weir.webrest.metering;

import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One usage, in the meter's unit; {@code overage} is the part of {@code quantity} beyond what was granted. */
public record LogEntry(UUID id, UUID account, String meter, Instant at, BigDecimal quantity, BigDecimal overage,
                       String endpoint, Optional<String> operation, Optional<String> model, int status,
                       Optional<Integer> latencyMs, long tokens, Optional<UUID> key) {
    static final List<Object> COLUMNS = List.of("id", "account", "meter", "at", "quantity", "overage", "endpoint",
            "operation", "model", "status", "latencyMs", "tokens", "key");
    /** As in JSON. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static LogEntry of(UsageLog.Entry entry, Meter meter) {
        return new LogEntry(entry.id(), entry.account().value(), entry.meter().value(), entry.at(),
                Quantities.toUnits(entry.quantity(), meter), Quantities.toUnits(entry.overage(), meter),
                entry.endpoint(), entry.operation(), entry.model(), entry.status(), entry.latencyMs(), entry.tokens(),
                entry.key());
    }

    /** In the order of {@link #COLUMNS}; null where there is nothing. */
    List<Object> cells() {
        return Arrays.asList(id, account, meter, TIME.format(at), quantity, overage, endpoint, operation.orElse(null),
                model.orElse(null), status, latencyMs.orElse(null), tokens, key.orElse(null));
    }
}
