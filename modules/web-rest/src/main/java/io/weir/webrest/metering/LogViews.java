package io.weir.webrest.metering;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageLog;
import io.weir.platform.api.Csv;
import io.weir.webrest.http.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The log of usage as it is shown: by pages, or all of it as a table that is written while it is read. */
@ApplicationScoped
class LogViews {
    static final String CSV = "text/csv";

    @Inject
    UsageLog log;
    @Inject
    Meters meters;

    Response page(TenantId tenant, UsageLog.Query query, String cursor, int limit) {
        var slice = log.page(tenant, query, Texts.given(cursor), limit);
        var known = known(tenant);
        return Response.ok(new Slice(slice.entries().stream().map(entry -> view(entry, known)).toList(), slice.next()))
                .type("application/json").build();
    }

    Response csv(TenantId tenant, UsageLog.Query query) {
        var known = known(tenant);
        StreamingOutput table = to -> write(tenant, query, known, to);
        return Response.ok(table).type(CSV + ";charset=utf-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"usage.csv\"").build();
    }

    private void write(TenantId tenant, UsageLog.Query query, Map<MeterKey, Meter> known, OutputStream to)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        try {
            writer.write(Csv.line(LogEntry.COLUMNS));
            log.each(tenant, query, entry -> append(writer, Csv.line(view(entry, known).cells())));
            writer.flush();
        } catch (UncheckedIOException clientIsGone) {
            throw clientIsGone.getCause();
        }
    }

    private static void append(Writer writer, String line) {
        try {
            writer.write(line);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }

    private Map<MeterKey, Meter> known(TenantId tenant) {
        return meters.of(tenant).stream().collect(Collectors.toMap(Meter::key, Function.identity()));
    }

    private static LogEntry view(UsageLog.Entry entry, Map<MeterKey, Meter> known) {
        return LogEntry.of(entry, known.get(entry.meter()));
    }

    /** {@code next} is the cursor of what follows, absent at the end. */
    public record Slice(List<LogEntry> items, Optional<String> next) {
    }
}
