package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.weir.kernel.api.Page;
import io.weir.notifications.api.MailOutbox;
import io.weir.platform.api.AuditLog;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books of a tenant: who did what, and what was mailed to whom. */
@Path("admin")
@Tag(name = "Administration: records")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
    @Inject
    Callers callers;
    @Inject
    AuditLog audit;
    @Inject
    MailOutbox mails;

    @GET
    @Path("audit")
    @Operation(summary = "Deeds, newest first")
    public Page<Deed> deeds(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return audit.entries(callers.tenantId(), Params.page(page, limit)).map(Deed::of);
    }

    @GET
    @Path("mails")
    @Operation(summary = "Mails sent, to be sent and failed, newest first")
    public Page<MailOutbox.Mail> mails(@QueryParam("page") String page, @QueryParam("limit") String limit) {
        return mails.page(callers.tenantId(), Params.page(page, limit));
    }

    /** {@code before} and {@code after} are what changed, as JSON. */
    public record Deed(UUID id, Instant at, String actor, String address, String action, String subject,
                       @JsonRawValue String before, @JsonRawValue String after) {
        static Deed of(AuditLog.Entry entry) {
            return new Deed(entry.id(), entry.at(), entry.actor(), entry.address(), entry.action(), entry.subject(),
                    entry.before(), entry.after());
        }
    }
}
