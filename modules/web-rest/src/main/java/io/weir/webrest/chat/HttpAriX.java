package io.weir.webrest.chat;

import io.weir.platform.api.Json;
import io.weir.webrest.outbound.HeaderLine;
import io.weir.webrest.outbound.Outbound;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An AriX server on HTTP, at {@code POST {base}/api/chat}. */
record HttpAriX(Outbound outbound, URI base, UpstreamCall.Terms terms) implements AriX {
    private static final String PATH = "/api/chat";

    @Override
    public UpstreamAnswer send(Ask ask) {
        var path = Optional.ofNullable(base.getRawPath()).orElse("").replaceAll("/+$", "") + PATH;
        var accept = ask.stream() == null ? "application/json" : "text/event-stream, application/json;q=0.5";
        var headers = List.of(new HeaderLine("Content-Type", "application/json"), new HeaderLine("Accept", accept));
        return outbound.open(new UpstreamCall("POST", base, path, headers,
                Optional.of(Json.write(ask).getBytes(StandardCharsets.UTF_8)), terms));
    }
}
