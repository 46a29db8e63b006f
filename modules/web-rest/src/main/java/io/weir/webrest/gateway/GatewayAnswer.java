package io.weir.webrest.gateway;

import io.weir.webrest.outbound.HeaderLine;
import java.util.List;
import java.util.Optional;

/** What the client gets; the body is a byte array or a {@code StreamingOutput}. */
record GatewayAnswer(int status, List<HeaderLine> headers, Optional<Object> body) {
}
