package io.weir.systemtests.scenarios;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.sql.SQLException;

/** Two administrators of a tenant, who have to agree above an amount until that is taken back. */
final class TwoAdministrators {
    private final RunningWeir weir;
    private final String tenant;

    TwoAdministrators(RunningWeir weir, String tenant) {
        this.weir = weir;
        this.tenant = tenant;
    }

    void agreeAbove(String amount) throws SQLException {
        sql("UPDATE tenancy_tenant SET settings = JSON_SET(settings, '$.\"payments.four-eyes-above\"', '" + amount
                + "', '$.\"payments.gateways\"', 'manual,sandbox') WHERE slug = '" + tenant + "'");
        sql("INSERT IGNORE INTO identity_user (tenant_id, id, email, password_hash, full_name, locale, role,"
                + " created_at, version) SELECT tenant_id, UUID(), 'second@" + tenant + ".example', password_hash,"
                + " 'Second', locale, role, created_at, 1 FROM identity_user WHERE email = 'admin@" + tenant
                + ".example'");
        // A tenant's settings are read again every few seconds; the order of its gateways shows that they were.
        Api.eventually(() -> weir.api(tenant).get("/api/payment/config").expect(200).json(),
                config -> config.path("gateways").path(0).asText().equals("manual"));
    }

    void areOneAgain() throws SQLException {
        sql("UPDATE tenancy_tenant SET settings = JSON_SET(JSON_REMOVE(settings, '$.\"payments.four-eyes-above\"'),"
                + " '$.\"payments.gateways\"', 'sandbox,manual') WHERE slug = '" + tenant + "'");
        Api.eventually(() -> weir.api(tenant).get("/api/payment/config").expect(200).json(),
                config -> config.path("gateways").path(0).asText().equals("sandbox"));
    }

    Api first() {
        return new Shop(weir, tenant).administrator();
    }

    Api second() {
        return weir.api(tenant).signIn("second@" + tenant + ".example", RunningWeir.ADMIN_PASSWORD).api();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = weir.database(); var update = connection.createStatement()) {
            update.execute(statement);
        }
    }
}
