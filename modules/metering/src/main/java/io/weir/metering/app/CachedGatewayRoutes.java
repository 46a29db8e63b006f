package io.weir.metering.app;

import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.domain.RouteRules;
import io.weir.metering.store.RouteTable;
import io.weir.metering.store.RouteTable.Row;
import io.weir.platform.api.AfterCommit;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Json;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Routes from the table; finding one, which every call does, is done in memory, with its credentials opened. */
@ApplicationScoped
public class CachedGatewayRoutes implements GatewayRoutes {
    private static final int MOST_ROUTES = 10_000;
    private final RecentlyRead<Key, Optional<Open>> recent = new RecentlyRead<>(MOST_ROUTES, System::nanoTime);
    @Inject
    private RouteTable table;
    @Inject
    private Meters meters;
    @Inject
    private Secrets secrets;
    @Inject
    private AuditLog audit;
    @Inject
    private AfterCommit afterCommit;

    @Override
    public List<Configured> of(TenantId tenant) {
        return table.of(tenant).stream().map(row -> new Configured(row.route(), headers(tenant, row))).toList();
    }

    @Override
    public Optional<Open> find(TenantId tenant, String slug) {
        return RouteRules.isSlug(slug) ? recent.get(new Key(tenant, slug), this::read) : Optional.empty();
    }

    private Optional<Open> read(Key key) {
        return table.committed(key.tenant(), key.slug())
                .map(row -> new Open(row.route(), credentials(key.tenant(), row)));
    }

    @Override
    @Transactional
    @TenantScoped
    public void put(TenantId tenant, GatewayRoute route, Optional<Map<String, String>> credentials) {
        require(RouteRules.broken(route, credentials, meter(tenant, route)));
        var before = table.lock(tenant, route.slug());
        var sealed = credentials.isPresent() ? seal(tenant, route.slug(), credentials.get())
                : before.flatMap(Row::sealed);
        var after = new Row(route, sealed);
        table.put(tenant, after);
        audit.record(tenant, "route.changed", "route/" + route.slug(),
                before.map(row -> audited(tenant, row, false)).orElse(null),
                audited(tenant, after, credentials.isPresent()));
        forgetLater(tenant, route.slug());
    }

    @Override
    @Transactional
    @TenantScoped
    public void remove(TenantId tenant, String slug) {
        var before = table.lock(tenant, slug)
                .orElseThrow(() -> Refusal.notFound("ROUTE_UNKNOWN").asException());
        table.remove(tenant, slug);
        audit.record(tenant, "route.removed", "route/" + slug, audited(tenant, before, false), null);
        forgetLater(tenant, slug);
    }

    /** From the table: the same transaction may just have made it. */
    private Optional<Meter> meter(TenantId tenant, GatewayRoute route) {
        var metering = route.metering();
        return metering == null ? Optional.empty()
                : meters.of(tenant).stream().filter(meter -> meter.key().equals(metering.meter())).findFirst();
    }

    private void forgetLater(TenantId tenant, String slug) {
        afterCommit.run(() -> recent.forget(new Key(tenant, slug)));
    }

    private Optional<byte[]> seal(TenantId tenant, String slug, Map<String, String> credentials) {
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        var plain = Json.write(new TreeMap<>(credentials)).getBytes(StandardCharsets.UTF_8);
        var sealed = secrets.seal(plain, context(tenant, slug));
        if (sealed.length > RouteTable.MOST_SEALED) {
            throw Refusal.invalidField("credentials", "TOO_LONG").asException();
        }
        return Optional.of(sealed);
    }

    private Map<String, String> credentials(TenantId tenant, Row row) {
        return row.sealed().map(sealed -> {
            try {
                return Json.mapper().readValue(secrets.open(sealed, context(tenant, row.route().slug())),
                        new TypeReference<Map<String, String>>() { });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).orElse(Map.of());
    }

    private List<String> headers(TenantId tenant, Row row) {
        return List.copyOf(new TreeMap<>(credentials(tenant, row)).keySet());
    }

    /** Names of secret headers, never their values. */
    private Audited audited(TenantId tenant, Row row, boolean newCredentials) {
        return new Audited(row.route(), headers(tenant, row), newCredentials);
    }

    private static String context(TenantId tenant, String slug) {
        return "route/" + tenant + "/" + slug;
    }

    private static void require(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), wrong).asException();
        }
    }

    private record Key(TenantId tenant, String slug) {
    }

    /** What the audit log keeps of a route. */
    private record Audited(GatewayRoute route, List<String> credentialHeaders, boolean newCredentials) {
    }
}
