package io.weir.systemtests.harness;

import java.sql.SQLException;

/** A tenant for one test alone, with an empty catalogue, on a server that others use too. */
public final class OwnTenant {
    private static final String TENANT = "INSERT INTO tenancy_tenant (id, slug, name, currency, locale, zone, sandbox,"
            + " settings, version) VALUES (UUID(), ?, 'A tenant', ?, 'en', 'Asia/Bangkok', ?, '{}', 1)";
    /** With the password of the other administrators. */
    private static final String ADMINISTRATOR = "INSERT INTO identity_user (tenant_id, id, email, password_hash,"
            + " full_name, locale, role, created_at, version) SELECT t.id, UUID(), ?, u.password_hash, 'Admin', u.locale,"
            + " u.role, u.created_at, 1 FROM identity_user u JOIN tenancy_tenant t ON t.slug = ?"
            + " WHERE u.email = 'admin@chat.example'";

    private OwnTenant() {
    }

    /** Waits until the server knows it. */
    public static void open(RunningWeir weir, String slug, String currency, boolean sandbox) {
        run(weir, TENANT, slug, currency, sandbox);
        run(weir, ADMINISTRATOR, "admin@" + slug + ".example", slug);
        Api.eventually(() -> weir.api(slug).get("/api/billing/plans"), read -> read.status() == 200);
    }

    private static void run(RunningWeir weir, String sql, Object... arguments) {
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
