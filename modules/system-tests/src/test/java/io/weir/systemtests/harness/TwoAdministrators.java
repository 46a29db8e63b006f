package io.weir.systemtests.harness;

import java.sql.SQLException;

/** Two administrators of a tenant, who have to agree above an amount until that is taken back. */
public final class TwoAdministrators {
    private final RunningWeir weir;
    private final String tenant;
    private String settings;
    private String usual;

    public TwoAdministrators(RunningWeir weir, String tenant) {
        this.weir = weir;
        this.tenant = tenant;
    }

    public void agreeAbove(String amount) throws SQLException {
        settings = weir.text("SELECT settings FROM tenancy_tenant WHERE slug = ?", tenant);
        usual = firstGateway();
        var gateways = usual.equals("manual") ? "sandbox,manual" : "manual,sandbox";
        sql("UPDATE tenancy_tenant SET settings = JSON_SET(settings, '$.\"payments.four-eyes-above\"', ?,"
                + " '$.\"payments.gateways\"', ?) WHERE slug = ?", amount, gateways, tenant);
        sql("INSERT IGNORE INTO identity_user (tenant_id, id, email, password_hash, full_name, locale, role,"
                + " created_at, version) SELECT tenant_id, UUID(), ?, password_hash, 'Second', locale, role,"
                + " created_at, 1 FROM identity_user WHERE email = ?", second(tenant), "admin@" + tenant + ".example");
        awaitFirstGateway(gateways.split(",")[0]);
    }

    public void areOneAgain() throws SQLException {
        sql("UPDATE tenancy_tenant SET settings = ? WHERE slug = ?", settings, tenant);
        awaitFirstGateway(usual);
    }

    public Api first() {
        return weir.api(tenant).administrator();
    }

    public Api second() {
        return weir.api(tenant).signIn(second(tenant), RunningWeir.ADMIN_PASSWORD).api();
    }

    public static String second(String tenant) {
        return "second@" + tenant + ".example";
    }

    private String firstGateway() {
        return weir.api(tenant).get("/api/payment/config").expect(200).json().path("gateways").path(0).asText();
    }

    /** A tenant's settings are read again every few seconds; the order of its gateways shows that they were. */
    private void awaitFirstGateway(String name) {
        Api.eventually(this::firstGateway, name::equals);
    }

    private void sql(String statement, String... arguments) throws SQLException {
        try (var connection = weir.database(); var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                update.setString(i + 1, arguments[i]);
            }
            update.execute();
        }
    }
}
