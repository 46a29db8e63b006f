package io.weir.tenancy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The list of tenants itself: the one table that belongs to the installation and not to a tenant, hence without the
 * ORM.
 */
@ApplicationScoped
public class TenantRows {
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() { };
    private static final String ALL =
            "SELECT id, slug, name, currency, locale, zone, sandbox, settings FROM tenancy_tenant ORDER BY id";
    private static final String PUT = """
            INSERT INTO tenancy_tenant (id, slug, name, currency, locale, zone, sandbox, settings, version)
            VALUES (:id, :slug, :name, :currency, :locale, :zone, :sandbox, :settings, 1)
            ON DUPLICATE KEY UPDATE name = VALUES(name), currency = VALUES(currency), locale = VALUES(locale),
              zone = VALUES(zone), sandbox = VALUES(sandbox), settings = VALUES(settings), version = version + 1""";
    private final Database database;

    protected TenantRows() {
        this(null);
    }

    @Inject
    public TenantRows(Database database) {
        this.database = database;
    }

    /** Read outside the caller's transaction: what is remembered for everyone must be committed. */
    public List<Tenant> all() {
        return Jdbi.create(database.ownCommits()).withHandle(h -> h.createQuery(ALL).map(TenantRows::tenant).list());
    }

    /** A transaction of its own, so that it is committed when this returns and every reader may see it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void put(TenantDefinition tenant) {
        database.inTransaction().useHandle(h -> h.createUpdate(PUT)
                .bind("id", Ids.next().toString())
                .bind("slug", tenant.slug())
                .bind("name", tenant.name())
                .bind("currency", tenant.currency().getCurrencyCode())
                .bind("locale", tenant.locale().toLanguageTag())
                .bind("zone", tenant.zone().getId())
                .bind("sandbox", tenant.sandbox())
                .bind("settings", Json.write(tenant.settings()))
                .execute());
    }

    private static Tenant tenant(ResultSet row, StatementContext context) throws SQLException {
        return new Tenant(TenantId.of(row.getString("id")), row.getString("slug"), row.getString("name"),
                Currency.getInstance(row.getString("currency")), Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")), row.getBoolean("sandbox"), settings(row.getString("settings")));
    }

    private static Map<String, String> settings(String json) {
        try {
            return Json.mapper().readValue(json, SETTINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of a tenant are not a JSON object of texts", e);
        }
    }
}
