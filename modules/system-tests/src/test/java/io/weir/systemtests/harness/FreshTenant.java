package io.weir.systemtests.harness;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A sandbox tenant that nobody else sells by, beside the shipped ones: for tests of sums over all of a tenant, and of
 * its clock, on a server that others use. It has an administrator, a meter, and a free plan.
 */
public final class FreshTenant {
    private static final String TENANT = """
            INSERT INTO tenancy_tenant (id, slug, name, currency, locale, zone, sandbox, settings, version)
            SELECT UUID(), ?, ?, currency, locale, ?, TRUE, settings, 1 FROM tenancy_tenant WHERE slug = 'chat'""";
    private static final String ADMINISTRATOR = """
            INSERT INTO identity_user (tenant_id, id, email, password_hash, configured_hash, full_name, locale, role,
              created_at, version)
            SELECT t.id, UUID(), CONCAT('admin@', t.slug, '.example'), u.password_hash, u.configured_hash, u.full_name,
              u.locale, u.role, u.created_at, 1
            FROM identity_user u JOIN tenancy_tenant t WHERE u.email = 'admin@chat.example' AND t.slug = ?""";

    private FreshTenant() {
    }

    /** {@code zone}: whose days are the tenant's. */
    public static void in(RunningWeir weir, String slug, String zone) {
        insert(weir, TENANT, slug, slug, zone);
        insert(weir, ADMINISTRATOR, slug);
        var login = Map.of("email", "admin@" + slug + ".example", "password", RunningWeir.ADMIN_PASSWORD);
        // Nodes know tenants for 5 s before they look again.
        Api.eventually(Duration.ofSeconds(20), () -> weir.api(slug).post("/api/auth/login", login),
                answer -> answer.status() == 200);
        var admin = weir.api(slug).administrator();
        admin.put("/api/admin/meters/calls", Map.of("title", "Calls", "unit", "call", "decimals", 0)).expect(200);
        admin.post("/api/admin/packages/subscriptions", Map.of("slug", "free", "name", "Free", "price", 0, "interval",
                "month", "rank", 0, "quotas", Map.of("calls", 100), "requestsPerMinute", 0)).expect(201);
    }

    private static void insert(RunningWeir weir, String sql, Object... arguments) {
        try (var connection = weir.database(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
