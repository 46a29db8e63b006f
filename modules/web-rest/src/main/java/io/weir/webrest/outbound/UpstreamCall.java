package io.weir.webrest.outbound;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One request to an upstream.
 * @param server scheme, host and port
 * @param target raw path and query, sent as they are
 * @param body absent: none
 */
public record UpstreamCall(String method, URI server, String target, List<HeaderLine> headers, Optional<byte[]> body,
        Terms terms) {

    /**
     * @param answerMillis until the answer's head, and between any two pieces of its body
     * @param anywhere the address is the operator's own setting, so the address rules don't apply
     */
    public record Terms(int connectMillis, int answerMillis, boolean anywhere) {
    }

    /** host:port, which a circuit is for. */
    public static String authority(URI server) {
        int port = server.getPort() >= 0 ? server.getPort() : "https".equalsIgnoreCase(server.getScheme()) ? 443 : 80;
        return server.getHost() + ":" + port;
    }
}
