package io.weir.webportal;

import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageLog;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code GET /portal/usage/export.csv?range=day|week|month}: every usage of the range as a table, narrowed by {@code
 * meter} and {@code key} where those are asked for; written while it is read.
 */
@WebServlet("/usage/export.csv")
public class UsageExport extends HttpServlet {
    @Inject
    private UsageLog log;
    @Inject
    private Meters meters;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = query();
        Map<MeterKey, Meter> known = meters.of(visitor.tenantId()).stream()
                .collect(Collectors.toMap(Meter::key, Function.identity()));
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"usage.csv\"");
        try {
            var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            writer.write(UsageCsv.HEADING);
            log.each(visitor.tenantId(), query, entry -> write(writer, UsageCsv.line(entry, known.get(entry.meter()))));
            writer.flush();
        } catch (UncheckedIOException clientIsGone) {
            throw clientIsGone.getCause();
        }
    }

    private UsageLog.Query query() {
        var span = ranges.span(visitor.getTenant(), UsageView.range(visitor.parameter("range")));
        return new UsageLog.Query(Optional.of(visitor.account()), span.from(), span.until(),
                visitor.parameter("meter").map(MeterKey::new), Optional.empty(), Optional.empty(),
                visitor.parameter("key").map(Uuids::parse));
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }
}
