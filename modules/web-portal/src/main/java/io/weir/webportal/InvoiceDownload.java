package io.weir.webportal;

import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceFiles;
import io.weir.kernel.api.Uuids;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /portal/invoice/file?id=&as=pdf|xml}: one of the visitor's invoices, to be saved. */
@WebServlet("/invoice/file")
public class InvoiceDownload extends HttpServlet {
    @Inject
    private InvoiceDocuments documents;
    @Inject
    private InvoiceFiles files;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var document = documents.document(visitor.tenantId(), visitor.account(),
                Uuids.parse(visitor.parameter("id").orElse("")));
        boolean xml = visitor.parameter("as").filter("xml"::equals).isPresent();
        var bytes = xml ? files.ubl(document).getBytes(StandardCharsets.UTF_8) : files.pdf(document);
        response.setContentType(xml ? "application/xml;charset=utf-8" : "application/pdf");
        response.setContentLength(bytes.length);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + files.name(document)
                + (xml ? ".xml\"" : ".pdf\""));
        response.getOutputStream().write(bytes);
    }
}
