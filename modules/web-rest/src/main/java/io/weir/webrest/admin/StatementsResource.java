package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.FileUpload;
import io.weir.payments.api.Statements.Imported;
import io.weir.payments.api.Statements.Statement;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.SentFile;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bank statements, as files. */
@Path("admin/statements")
@Tag(name = "Administration: bank statements")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatementsResource {
    @Inject
    Callers callers;
    @Inject
    Statements statements;

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, "text/csv", MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(summary = "Import a statement, CSV or CAMT.053, at most 5 MiB; 200 instead of 201 when it is known")
    public Response send(@HeaderParam("Content-Type") String type, @QueryParam("fileName") String fileName,
                         InputStream body) throws IOException {
        var file = type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? SentFile.of(type, body)
                : new SentFile(Texts.given(fileName).orElse("statement"), body.readAllBytes());
        UserId by = callers.caller().requireUser();
        var imported = statements.importFile(callers.tenantId(), new FileUpload(file.name(), file.bytes(), by));
        return Response.status(imported.known() ? 200 : 201).entity(ImportView.of(imported)).build();
    }

    @GET
    @Operation(summary = "Imported statements, newest first")
    public Page<StatementView> statements(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return statements.statements(callers.tenantId(), Params.page(page, limit)).map(StatementView::of);
    }

    /** {@code format}: CSV or CAMT053; {@code lines} came with it, {@code open} of them are to be decided. */
    public record StatementView(UUID id, String fileName, String format, Optional<String> bankAccount,
                                UUID importedBy, Instant importedAt, int lines, int open) {
        static StatementView of(Statement statement) {
            return new StatementView(statement.id(), statement.fileName(), statement.format(),
                    statement.bankAccount(), statement.importedBy().value(), statement.importedAt(),
                    statement.lines(), statement.open());
        }
    }

    /** {@code known}: nothing happened. {@code repeated}: other files had them. {@code skipped}: no incoming money. */
    public record ImportView(StatementView statement, boolean known, int added, int repeated, int skipped) {
        static ImportView of(Imported imported) {
            return new ImportView(StatementView.of(imported.statement()), imported.known(), imported.added(),
                    imported.repeated(), imported.skipped());
        }
    }
}
