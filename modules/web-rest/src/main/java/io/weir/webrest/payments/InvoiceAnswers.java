package io.weir.webrest.payments;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceFiles;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Uuids;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Invoices as files to be saved. */
@ApplicationScoped
public class InvoiceAnswers {
    @Inject
    InvoiceDocuments documents;
    @Inject
    InvoiceFiles files;
    @Inject
    Time time;

    Response pdf(Tenant tenant, AccountId account, String id) {
        var document = document(tenant, account, id);
        return file(files.pdf(document), "application/pdf", files.name(document) + ".pdf");
    }

    Response ubl(Tenant tenant, AccountId account, String id) {
        var document = document(tenant, account, id);
        return file(files.ubl(document), "application/xml;charset=utf-8", files.name(document) + ".xml");
    }

    /** @param account whose; absent for all of the tenant's */
    public Response table(Tenant tenant, Optional<AccountId> account, String from, String to) {
        var span = InvoiceSpan.of(from, to, time.now(tenant.id()), tenant.zone());
        StreamingOutput table = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try {
                files.table(tenant.id(), account, span, rows -> append(writer, rows));
                writer.flush();
            } catch (UncheckedIOException clientIsGone) {
                throw clientIsGone.getCause();
            }
        };
        return file(table, "text/csv;charset=utf-8;header=present", "invoices.csv");
    }

    private InvoiceDocument document(Tenant tenant, AccountId account, String id) {
        return documents.document(tenant.id(), account, Uuids.parse(id));
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content).type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }

    private static void append(Writer writer, String rows) {
        try {
            writer.write(rows);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }
}
