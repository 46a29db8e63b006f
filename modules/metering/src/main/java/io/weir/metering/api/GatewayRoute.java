package io.weir.metering.api;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An upstream that a tenant sells access to, under {@code /api/gateway/{slug}/…}, and how calls to it are metered.
 * @param slug an RFC 1035 label
 * @param upstream http or https, without query; the rest of a call's path is appended to its own
 * @param methods upper-case HTTP methods that are let through
 */
public record GatewayRoute(String slug, String title, URI upstream, Set<String> methods, Headers headers, Terms terms,
        Metering metering, boolean active) {

    /**
     * {@code set}: put on every upstream request; {@code drop}: taken off, besides hop-by-hop ones, cookies and Weir's
     * own credentials, which never pass.
     */
    public record Headers(Map<String, String> set, List<String> drop) {
    }

    /**
     * @param connectMillis @param answerMillis until the first byte of the answer, and between any two of its bytes
     * @param retries further tries of GET, HEAD, OPTIONS, PUT and DELETE after a failed connection or 502, 503, 504
     * @param requestsPerMinute per account on this route; 0 means unlimited
     */
    public record Terms(int connectMillis, int answerMillis, int retries, long mostRequestBytes, long mostAnswerBytes,
            int requestsPerMinute) {
    }

    /** The first rule that matches decides; without one a call costs {@code units}. */
    public record Metering(MeterKey meter, BigDecimal units, List<Rule> rules) {
    }

    /**
     * @param method a method, or {@code *}; @param path a glob on the path after the slug: {@code /v1/**}
     * @param units what a call costs, or is held when {@code answerField} decides
     * @param answerField a JSON pointer (RFC 6901) to the number of units in the upstream's answer
     */
    public record Rule(String method, String path, BigDecimal units, Optional<String> answerField) {
    }
}
