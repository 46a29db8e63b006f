package io.weir.webadmin;

import io.weir.billing.api.InvoiceFiles;
import io.weir.kernel.api.Period;
import io.weir.platform.api.Time;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Lines of invoices issued {@code ?from=} one day {@code &to=} another, of one {@code &account=} or all, as CSV. */
@WebServlet("/invoices.csv")
public class InvoiceTable extends HttpServlet {
    @Inject
    private transient InvoiceFiles files;
    @Inject
    private transient Customers customers;
    @Inject
    private transient Visitor visitor;
    @Inject
    private transient Time time;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"invoices.csv\"");
        PrintWriter writer = response.getWriter();
        files.table(visitor.tenantId(), customers.account(), span(), writer::write);
    }

    private Period span() {
        var zone = visitor.tenant().zone();
        var from = visitor.parameter("from").flatMap(day -> Days.startOf(day, zone)).orElse(Instant.EPOCH);
        var until = visitor.parameter("to").flatMap(day -> Days.endOf(day, zone))
                .orElseGet(() -> time.now(visitor.tenantId()).plus(Duration.ofDays(1)));
        return Period.between(from, until.isAfter(from) ? until : from.plusMillis(1));
    }
}
