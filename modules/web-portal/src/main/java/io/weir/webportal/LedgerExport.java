package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.LedgerTable;
import io.weir.metering.api.RateCards;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /portal/credits.csv}: a meter's ledger as a table, newest first, narrowed by {@code meter}, {@code type},
 * {@code from} and {@code to} (days, both in) where those are asked for.
 */
@WebServlet("/credits.csv")
public class LedgerExport extends HttpServlet {
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
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"credits.csv\"");
        new LedgerTable(ledger, visitor.tenantId(), visitor.account()).write(search.query(visitor),
                meters.of(search.meter().value()), new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
    }
}
