package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a tenant told its gateways. A value is sealed to its place, so that no row can be moved to another tenant. */
@ApplicationScoped
public class SettingRows {
    private static final String SELECT = """
            SELECT name, sealed FROM payments_gateway_setting WHERE tenant_id = :tenant AND gateway = :gateway""";
    private static final String PUT = """
            INSERT INTO payments_gateway_setting (tenant_id, gateway, name, sealed, changed_at)
            VALUES (:tenant, :gateway, :name, :sealed, :at)
            ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), changed_at = VALUES(changed_at)""";
    private static final String DELETE = """
            DELETE FROM payments_gateway_setting
            WHERE tenant_id = :tenant AND gateway = :gateway AND name = :name""";

    @Inject
    Database database;
    @Inject
    Secrets secrets;
    @Inject
    Time time;

    public Map<String, String> of(TenantId tenant, String gateway) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT)
                .bind("tenant", tenant.toString()).bind("gateway", gateway)
                .map((row, context) -> Map.entry(row.getString("name"), row.getBytes("sealed"))).list()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        row -> open(row.getValue(), place(tenant, gateway, row.getKey()))));
    }

    public void put(TenantId tenant, String gateway, String name, String value) {
        var sealed = secrets.seal(value.getBytes(StandardCharsets.UTF_8), place(tenant, gateway, name));
        database.inTransaction().useHandle(handle -> handle.createUpdate(PUT).bind("tenant", tenant.toString())
                .bind("gateway", gateway).bind("name", name).bind("sealed", sealed).bind("at", time.now()).execute());
    }

    public void remove(TenantId tenant, String gateway, String name) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(DELETE).bind("tenant", tenant.toString())
                .bind("gateway", gateway).bind("name", name).execute());
    }

    private String open(byte[] sealed, String place) {
        return new String(secrets.open(sealed, place), StandardCharsets.UTF_8);
    }

    private static String place(TenantId tenant, String gateway, String name) {
        return "payments/" + tenant + "/" + gateway + "/" + name;
    }
}
