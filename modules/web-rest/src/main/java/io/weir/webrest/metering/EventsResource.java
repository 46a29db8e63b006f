package io.weir.webrest.metering;

import io.weir.identity.api.Caller;
import io.weir.metering.api.UsageEvent;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Hot;
import io.weir.webrest.http.LateAnswers;
import io.weir.webrest.http.Params;
import io.weir.webrest.http.Who;
import io.weir.webrest.metering.EventReading.ReadEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Use that others have measured: reported as CloudEvents, and read back with everything else that was used. */
@Path("metering/events")
@Tag(name = "Metering")
@ApplicationScoped
public class EventsResource {
    private static final int MOST_ITEMS = 1000;

    @Inject
    Callers callers;
    @Inject
    EventReading reading;
    @Inject
    Reporting reporting;
    @Inject
    RefusalWords words;
    @Inject
    LateAnswers answers;
    @Inject
    LogQueries queries;
    @Inject
    LogViews log;

    @POST
    @Hot
    @Access(Who.METERING)
    @Consumes({MediaType.APPLICATION_JSON, EventDocument.ONE, EventDocument.BATCH})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report up to 1,000 events of CloudEvents 1.0: one, a batch, {events:[…]}, or one in ce- "
            + "headers. Answered when each one's fate is durable; the same source and id is counted once")
    public CompletionStage<Response> report(@Context HttpHeaders headers, @RequestBody(content = {
            @Content(mediaType = EventDocument.ONE, schema = @Schema(type = SchemaType.OBJECT)),
            @Content(mediaType = EventDocument.BATCH, schema = @Schema(type = SchemaType.ARRAY)),
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))})
            byte[] body) {
        var caller = callers.caller();
        var say = words.in(callers.locale());
        var events = read(caller, headers, body);
        return answers.of(reporting.report(caller, understood(events)),
                acks -> Response.status(202).entity(EventsAnswer.of(events, acks, say)).build());
    }

    @GET
    @Access(Who.METERING_OR_ADMINISTRATOR)
    @Produces({MediaType.APPLICATION_JSON, LogViews.CSV})
    @Operation(summary = "What was used, newest first; the last 30 days unless from and to say otherwise. As CSV, "
            + "all of it, with Accept: text/csv or format=csv")
    public Response log(@Context HttpHeaders headers, @BeanParam LogFilter filter, @QueryParam("limit") String limit,
                        @QueryParam("cursor") String cursor, @QueryParam("format") String format) {
        var query = queries.of(callers.caller(), callers.tenant(), filter);
        return LogFormat.isCsv(format, headers.getAcceptableMediaTypes()) ? log.csv(callers.tenantId(), query)
                : log.page(callers.tenantId(), query, cursor, Params.whole("limit", limit, 100, 1, MOST_ITEMS));
    }

    private List<ReadEvent> read(Caller caller, HttpHeaders headers, byte[] body) {
        var attributes = BinaryMode.attributes(headers.getRequestHeaders());
        return reading.read(caller, EventDocument.events(headers.getMediaType(), attributes, body));
    }

    private static List<UsageEvent> understood(List<ReadEvent> events) {
        return events.stream().flatMap(event -> event instanceof ReadEvent.Understood one ? Stream.of(one.event())
                : Stream.empty()).toList();
    }
}
