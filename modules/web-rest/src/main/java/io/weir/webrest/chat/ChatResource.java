package io.weir.webrest.chat;

import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.outbound.StreamedBody;
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
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Seed B's chat routes. */
@Path("chat")
@Tag(name = "Chat")
@Access(Who.CALLER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChatResource {
    /** A year and a day. */
    private static final int MOST_DAYS = 366;

    @Inject
    @ConfigProperty(name = "WEIR_CHAT_MODEL", defaultValue = "gpt-5-chat-latest")
    String defaultModel;
    @Inject
    Callers callers;
    @Inject
    MeteredChat chat;
    @Inject
    StreamedChat streamed;
    @Inject
    ChatUsage usage;
    @Inject
    LateAnswers answers;

    @POST
    @Hot
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(summary = "Ask; costs one call, and tokens where the plan meters them. stream: true answers in events")
    public CompletionStage<Response> ask(ChatRequest body, @HeaderParam("Accept") String accept) {
        var question = Input.required(body).toQuestion(defaultModel, callers.locale());
        boolean events = body.stream() == null ? accept != null && accept.startsWith(MediaType.SERVER_SENT_EVENTS)
                : body.stream();
        return events ? answers.of(streamed.answer(callers.caller(), question), ChatResource::response)
                : answers.of(chat.answer(callers.caller(), question), ChatResource::response);
    }

    private static Response response(Object answer) {
        return Response.ok(answer, answer instanceof StreamedBody ? MediaType.SERVER_SENT_EVENTS_TYPE
                : MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("usage")
    @Operation(summary = "Calls used and left in the running period")
    public ChatUsage.Allowance usage() {
        return usage.now(callers.tenantId(), callers.account());
    }

    @GET
    @Path("stats")
    @Operation(summary = "Requests and tokens by day")
    public ChatUsage.Statistics stats(@QueryParam("days") String days) {
        return usage.ofDays(callers.tenant(), callers.account(), Params.whole("days", days, 7, 1, MOST_DAYS));
    }
}
