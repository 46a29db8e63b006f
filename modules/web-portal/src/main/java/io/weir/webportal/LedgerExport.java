package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.RateCards;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /portal/credits.csv}: a meter's ledger as a table, newest first, narrowed by {@code meter}, {@code type},
 * {@code from} and {@code to} (days, both in) where those are asked for; read slice by slice while it is written.
 */
@WebServlet("/credits.csv")
public class LedgerExport extends HttpServlet {
    private static final int SLICE = 500;

    @Inject
    private Ledger ledger;
    @Inject
    private RateCards cards;
    @Inject
    private MeterNames meters;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var search = LedgerSearch.of(visitor, meters, cards.credits(visitor.tenantId()));
        var meter = meters.of(search.meter().value());
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"credits.csv\"");
        var writer = new PrintWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write(LedgerCsv.HEADING);
        Optional<Ledger.Entry> last = Optional.empty();
        List<Ledger.Entry> slice;
        do {
            slice = ledger.older(visitor.tenantId(), visitor.account(), search.query(visitor), last, SLICE);
            slice.forEach(entry -> writer.write(LedgerCsv.line(entry, meter)));
            last = slice.isEmpty() ? last : Optional.of(slice.get(slice.size() - 1));
        } while (slice.size() == SLICE && !writer.checkError());
        writer.flush();
    }
}
