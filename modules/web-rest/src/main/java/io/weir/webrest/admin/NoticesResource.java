package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Notices;
import io.weir.payments.api.PaymentId;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The inbox of gateways' notices. */
@Path("admin/webhooks")
@Tag(name = "Administration: gateways")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    private static final int LONGEST_SEARCH = 191;

    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Notices notices;

    @GET
    @Operation(summary = "Notices, newest first; state is waiting, applied, attention or dead")
    public Page<NoticeView> inbox(@QueryParam("gateway") String gateway, @QueryParam("state") String state,
                                  @QueryParam("search") String search, @QueryParam("page") String page,
                                  @QueryParam("limit") String limit) {
        var filter = new Notices.Filter(Texts.given(gateway), Texts.given(state).map(NoticesResource::state),
                Texts.given(search).map(NoticesResource::search));
        return notices.inbox(callers.tenantId(), filter, Params.page(page, limit)).map(NoticeView::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One notice with the body that was signed")
    public Whole notice(@PathParam("id") String id) {
        var found = notices.notice(callers.tenantId(), Uuids.parse(id));
        return new Whole(NoticeView.of(found.entry()), new String(found.body(), StandardCharsets.UTF_8),
                found.acknowledged().map(AcknowledgementView::of));
    }

    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Somebody has looked at one that needs attention: note")
    public NoticeView acknowledge(@PathParam("id") String id, Note body) {
        var notice = Uuids.parse(id);
        notices.acknowledge(callers.tenantId(), notice, callers.caller().requireUser(), input.check(body).note());
        return NoticeView.of(notices.notice(callers.tenantId(), notice).entry());
    }

    @POST
    @Path("{id}/replay")
    @Operation(summary = "Apply one once more; what it did is not done twice")
    public NoticeView replay(@PathParam("id") String id) {
        var notice = Uuids.parse(id);
        notices.replay(callers.tenantId(), notice);
        return NoticeView.of(notices.notice(callers.tenantId(), notice).entry());
    }

    private static String search(String text) {
        if (text.length() > LONGEST_SEARCH) {
            throw Refusal.invalidField("search", "TOO_LONG").asException();
        }
        return text;
    }

    private static Notices.State state(String word) {
        return Arrays.stream(Notices.State.values()).filter(state -> NoticeView.word(state).equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalidField("state", "NOT_AN_OPTION").asException());
    }

    /** {@code result}: what became of it; {@code lastError}: why it could not be applied yet. */
    public record NoticeView(UUID id, String gateway, String eventKey, String type, Optional<Long> orderCode,
                             Optional<String> paymentId, String state, int attempts, Optional<String> result,
                             Optional<String> lastError, Optional<Instant> occurredAt, Instant receivedAt) {
        static NoticeView of(Notices.Entry entry) {
            return new NoticeView(entry.id(), entry.gateway(), entry.eventKey(), entry.type(), entry.orderCode(),
                    entry.payment().map(PaymentId::toString), word(entry.state()), entry.attempts(), entry.result(),
                    entry.lastError(), entry.occurredAt(), entry.receivedAt());
        }

        static String word(Notices.State state) {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /** With the bytes as text, and who has looked at it. */
    public record Whole(NoticeView notice, String body, Optional<AcknowledgementView> acknowledged) {
    }

    /** That somebody has looked at it. */
    public record AcknowledgementView(UUID userId, Instant at, String note) {
        static AcknowledgementView of(Notices.Acknowledgement acknowledged) {
            return new AcknowledgementView(acknowledged.by().value(), acknowledged.at(), acknowledged.note());
        }
    }

    /** What came of it, for the books. */
    public record Note(@NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String note) {
    }
}
