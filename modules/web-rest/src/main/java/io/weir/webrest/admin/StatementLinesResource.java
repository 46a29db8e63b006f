package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.Approved;
import io.weir.payments.api.Statements.Effect;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.payments.api.Statements.Outcome;
import io.weir.payments.api.Statements.Yes;
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
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money on bank statements, and which payments it is for. */
@Path("admin/statements/lines")
@Tag(name = "Administration: bank statements")
@Access(Who.ADMINISTRATOR)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StatementLinesResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Statements statements;
    @Inject
    MatchWords words;
    @Inject
    QueueViews payments;

    @GET
    @Operation(summary = "Lines by status: open (unless said otherwise), matched or ignored; open ones with proposals")
    public Page<LineView> lines(@QueryParam("status") String status, @QueryParam("page") String page,
                                @QueryParam("limit") String limit) {
        var wanted = Texts.given(status).map(StatementLinesResource::status).orElse(LineStatus.OPEN);
        return statements.lines(callers.tenantId(), wanted, Params.page(page, limit))
                .map(line -> LineView.of(line, words));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One line")
    public LineView line(@PathParam("id") String id) {
        return LineView.of(statements.line(callers.tenantId(), Uuids.parse(id)), words);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "It is for this payment. 202 when somebody else has to agree first")
    public Response approve(@PathParam("id") String id, Choice body) {
        return answer(statements.approve(callers.tenantId(), Uuids.parse(id), yes(body)));
    }

    @POST
    @Path("{id}/credit")
    @Operation(summary = "It came too late or twice for this payment: the account may spend it")
    public Response credit(@PathParam("id") String id, Choice body) {
        return answer(statements.credit(callers.tenantId(), Uuids.parse(id), yes(body)));
    }

    @POST
    @Path("{id}/ignore")
    @Operation(summary = "It is for no payment here")
    public LineView ignore(@PathParam("id") String id, Why body) {
        var note = body == null ? "" : Texts.given(input.check(body).note()).orElse("");
        return LineView.of(statements.ignore(callers.tenantId(), Uuids.parse(id), callers.caller().requireUser(),
                note), words);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Take an ignored line, or a first yes, back")
    public LineView reopen(@PathParam("id") String id) {
        return LineView.of(statements.reopen(callers.tenantId(), Uuids.parse(id), callers.caller().requireUser()),
                words);
    }

    @POST
    @Path("approve-exact")
    @Operation(summary = "Approve every open line whose reference and amount both fit, each by itself")
    public Results approveExact() {
        return new Results(statements.approveExact(callers.tenantId(), callers.caller().requireUser()).stream()
                .map(Result::of).toList());
    }

    private Yes yes(Choice body) {
        var choice = input.check(body);
        return new Yes(PaymentId.of(choice.paymentId().strip()), callers.caller().requireUser(),
                Texts.given(choice.note()).orElse(""));
    }

    private Response answer(Approved approved) {
        boolean awaits = approved.effect() == Effect.AWAITS_SECOND;
        var code = awaits ? Optional.of("AWAITING_SECOND_APPROVAL") : Optional.<String>empty();
        return Response.status(awaits ? 202 : 200).entity(new Decided(code, word(approved.effect()),
                LineView.of(approved.line(), words), payments.of(approved.payment()))).build();
    }

    private static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LineStatus status(String word) {
        return Arrays.stream(LineStatus.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst().orElseThrow(() -> Refusal.invalidField("status", "NOT_AN_OPTION").asException());
    }

    /** Which payment, and why, for the books. */
    public record Choice(@NotBlank(message = "REQUIRED") @JsonAlias("payment_id") String paymentId,
                         @Size(max = 500, message = "TOO_LONG") String note) {
    }

    /** Why, for the books. */
    public record Why(@Size(max = 500, message = "TOO_LONG") String note) {
    }

    /** {@code effect}: counted, credited, known or awaits-second; {@code code} only for the last. */
    public record Decided(Optional<String> code, String effect, LineView line, PaymentInQueue payment) {
    }

    /** One for each line that was tried. */
    public record Results(List<Result> results) {
    }

    /** {@code effect} as above, or the {@code code} of a refusal. */
    public record Result(UUID lineId, UUID paymentId, Optional<String> effect, Optional<String> code) {
        static Result of(Outcome outcome) {
            return new Result(outcome.line(), outcome.payment().value(),
                    outcome.effect().map(StatementLinesResource::word), outcome.refused());
        }
    }
}
