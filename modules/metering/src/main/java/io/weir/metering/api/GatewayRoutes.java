package io.weir.metering.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tenants' gateway routes. */
public interface GatewayRoutes {
    /** Active ones and others, by slug; credentials are not in it. */
    List<Configured> of(TenantId tenant);

    /** With the upstream's credentials, from memory; may be 5 s behind another node. Active ones only. */
    Optional<Open> find(TenantId tenant, String slug);

    /**
     * Creates or changes the route of that slug; audited without secrets. {@code credentials}: headers with secret
     * values, kept encrypted; absent leaves those that are there. Refused: {@code VALIDATION_FAILED} (400) with the
     * fields that are wrong.
     */
    void put(TenantId tenant, GatewayRoute route, Optional<Map<String, String>> credentials);

    /** Audited. Refused: {@code ROUTE_UNKNOWN} (404). */
    void remove(TenantId tenant, String slug);

    /** A route and the names of the headers whose values are kept secret. */
    record Configured(GatewayRoute route, List<String> credentialHeaders) {
    }

    /** A route and the secret headers its upstream wants. */
    record Open(GatewayRoute route, Map<String, String> credentials) {
    }
}
