package io.weir.tenancy.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AfterCommit;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantChanges;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import io.weir.tenancy.domain.KnownTenants;
import io.weir.tenancy.domain.TenantChoice;
import io.weir.tenancy.store.TenantRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All tenants in memory. When they are 5 s old the first who asks reads them again, and the others go on with what
 * there is: nobody queues behind a slow database, and one that is gone costs a single request per 5 s.
 */
@ApplicationScoped
public class CachedTenants implements Tenants, TenantChanges {
    private static final System.Logger LOG = System.getLogger(CachedTenants.class.getName());
    private static final Duration FRESH_FOR = Duration.ofSeconds(5);
    private final ReentrantLock reading = new ReentrantLock();
    private final TenantRows rows;
    private final SettingRules rules;
    private final Time time;
    private final AuditLog audit;
    private final AfterCommit afterCommit;
    private final TenantChoice choice;
    private volatile KnownTenants known;

    protected CachedTenants() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CachedTenants(TenantRows rows, SettingRules rules, Time time, AuditLog audit, AfterCommit afterCommit,
                         @ConfigProperty(name = "WEIR_DEFAULT_TENANT", defaultValue = "platform")
                         String defaultTenant) {
        this.rows = rows;
        this.rules = rules;
        this.time = time;
        this.audit = audit;
        this.afterCommit = afterCommit;
        this.choice = new TenantChoice(defaultTenant);
    }

    @Override
    public Optional<Tenant> bySlug(String slug) {
        return known().bySlug(slug);
    }

    @Override
    public Tenant byId(TenantId id) {
        return known().byId(id).or(() -> read().byId(id))
                .orElseThrow(() -> new IllegalStateException("no tenant " + id));
    }

    @Override
    public List<Tenant> all() {
        return known().all();
    }

    @Override
    public Tenant define(TenantDefinition definition) {
        rules.check(definition);
        rows.put(definition);
        return read().bySlug(definition.slug()).orElseThrow();
    }

    @Override
    @Transactional
    public void change(TenantId tenant, TenantDefinition definition) {
        rules.check(definition);
        var before = rows.lock(tenant).orElseThrow(() -> new IllegalStateException("no tenant " + tenant));
        var after = new Tenant(tenant, before.slug(), definition.name(), definition.currency(), definition.locale(),
                definition.zone(), before.sandbox(), definition.settings());
        rows.change(after);
        if (!after.equals(before)) {
            audit.record(tenant, "tenant.changed", "tenant/" + before.slug(), facts(before), facts(after));
        }
        afterCommit.run(() -> known = null);
    }

    private static Map<String, Object> facts(Tenant tenant) {
        return Map.of("name", tenant.name(), "currency", tenant.currency().getCurrencyCode(), "locale",
                tenant.locale().toLanguageTag(), "timeZone", tenant.zone().getId(), "settings", tenant.settings());
    }

    @Override
    public boolean isEdited(TenantId tenant) {
        return rows.isEdited(tenant);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Tenant lock(TenantId tenant) {
        return rows.lock(tenant).orElseThrow(() -> new IllegalStateException("no tenant " + tenant));
    }

    @Override
    public Tenant ofRequest(String host, Optional<String> header) {
        return choice.of(known(), host, header);
    }

    private KnownTenants known() {
        var now = known;
        if (now == null) {
            return read();
        }
        if (!now.isOlderThan(FRESH_FOR, time.now()) || !reading.tryLock()) {
            return now;
        }
        try {
            return read();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "tenants cannot be read again; going on with those known: {0}", e.toString());
            known = new KnownTenants(now.all(), time.now());
            return known;
        } finally {
            reading.unlock();
        }
    }

    private KnownTenants read() {
        reading.lock();
        try {
            var readAt = time.now();
            known = new KnownTenants(rows.all(), readAt);
            return known;
        } finally {
            reading.unlock();
        }
    }
}
