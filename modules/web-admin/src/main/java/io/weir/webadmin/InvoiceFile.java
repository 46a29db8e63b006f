package io.weir.webadmin;

import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceFiles;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Uuids;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An invoice {@code ?id=} to be saved: as PDF, or {@code &as=ubl}. */
@WebServlet("/invoice-file")
public class InvoiceFile extends HttpServlet {
    @Inject
    private transient Invoices invoices;
    @Inject
    private transient InvoiceDocuments documents;
    @Inject
    private transient InvoiceFiles files;
    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var invoice = invoices.invoice(visitor.tenantId(), Uuids.parse(visitor.parameter("id").orElse("")));
        var document = documents.document(visitor.tenantId(), invoice.account(), invoice.id());
        boolean ubl = visitor.parameter("as").filter("ubl"::equals).isPresent();
        var content = ubl ? files.ubl(document).getBytes(StandardCharsets.UTF_8) : files.pdf(document);
        response.setContentType(ubl ? "application/xml;charset=utf-8" : "application/pdf");
        response.setContentLength(content.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + files.name(document)
                + (ubl ? ".xml" : ".pdf") + "\"");
        response.getOutputStream().write(content);
    }
}
