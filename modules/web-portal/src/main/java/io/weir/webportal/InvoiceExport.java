package io.weir.webportal;

import io.weir.billing.api.InvoiceFiles;
import io.weir.kernel.api.Period;
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
import java.time.Instant;
import java.util.Optional;

/** {@code GET /portal/invoices.csv}: all of the visitor's invoices as a table, written while it is read. */
@WebServlet("/invoices.csv")
public class InvoiceExport extends HttpServlet {
    @Inject
    private InvoiceFiles files;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8;header=present");
        response.setHeader("Content-Disposition", "attachment; filename=\"invoices.csv\"");
        try {
            var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            files.table(visitor.tenantId(), Optional.of(visitor.account()), Period.since(Instant.EPOCH),
                    rows -> write(writer, rows));
            writer.flush();
        } catch (UncheckedIOException clientIsGone) {
            throw clientIsGone.getCause();
        }
    }

    private static void write(Writer writer, String rows) {
        try {
            writer.write(rows);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }
}
