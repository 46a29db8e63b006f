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
import java.util.Optional;
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
            ON DUPLICATE KEY UPDATE name = IF(edited, name, VALUES(name)),
              currency = IF(edited, currency, VALUES(currency)), locale = IF(edited, locale, VALUES(locale)),
              zone = IF(edited, zone, VALUES(zone)), sandbox = IF(edited, sandbox, VALUES(sandbox)),
              settings = IF(edited, settings, VALUES(settings)), version = version + 1""";
    private static final String CHANGE = """
            UPDATE tenancy_tenant SET name = :name, currency = :currency, locale = :locale, zone = :zone,
              settings = :settings, edited = TRUE, version = version + 1 WHERE id = :id""";
    private static final String LOCK = """
            SELECT id, slug, name, currency, locale, zone, sandbox, settings FROM tenancy_tenant
            WHERE id = :id FOR UPDATE""";
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

    /** In the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(Tenant tenant) {
        database.inTransaction().useHandle(h -> h.createUpdate(CHANGE)
                .bind("id", tenant.id().toString())
                .bind("name", tenant.name())
                .bind("currency", tenant.currency().getCurrencyCode())
                .bind("locale", tenant.locale().toLanguageTag())
                .bind("zone", tenant.zone().getId())
                .bind("settings", Json.write(tenant.settings()))
                .execute());
    }

    /** So that nobody else changes it until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Tenant> lock(TenantId tenant) {
        return database.inTransaction().withHandle(h -> h.createQuery(LOCK).bind("id", tenant.toString())
                .map(TenantRows::tenant).findOne());
    }

    public boolean isEdited(TenantId tenant) {
        return Jdbi.create(database.ownCommits()).withHandle(h -> h
                .createQuery("SELECT edited FROM tenancy_tenant WHERE id = :id")
                .bind("id", tenant.toString()).mapTo(Boolean.class).findOne().orElse(false));
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
