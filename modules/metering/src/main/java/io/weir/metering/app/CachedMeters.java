package io.weir.metering.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.store.MeterTable;
import io.weir.platform.api.AfterCommit;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Meters from the table; finding one, which every call does, is done in memory. */
@ApplicationScoped
public class CachedMeters implements Meters {
    private static final int MOST_TENANTS = 10_000;
    private final RecentlyRead<TenantId, Map<MeterKey, Meter>> recent =
            new RecentlyRead<>(MOST_TENANTS, System::nanoTime);
    private static final int MOST_TITLE = 120;
    private static final int MOST_UNIT = 40;
    private final MeterTable table;
    private final AuditLog audit;
    private final AfterCommit afterCommit;

    protected CachedMeters() {
        this(null, null, null);
    }

    @Inject
    public CachedMeters(MeterTable table, AuditLog audit, AfterCommit afterCommit) {
        this.table = table;
        this.audit = audit;
        this.afterCommit = afterCommit;
    }

    @Override
    public void define(TenantId tenant, Meter meter) {
        table.define(tenant, meter);
        afterCommit.run(() -> recent.forget(tenant));
    }

    @Override
    @Transactional
    @TenantScoped
    public void put(TenantId tenant, Meter meter) {
        requireLength("title", meter.title(), MOST_TITLE);
        requireLength("unit", meter.unit(), MOST_UNIT);
        var before = table.lock(tenant, meter.key());
        boolean otherFigures = before.map(Meter::decimals).filter(d -> d != meter.decimals()).isPresent();
        if (otherFigures && table.hasAllowances(tenant, meter.key())) {
            throw Refusal.conflict("METER_IN_USE", meter.key().value()).asException();
        }
        table.put(tenant, meter);
        audit.record(tenant, "meter.changed", "meter/" + meter.key(), before.orElse(null), meter);
        afterCommit.run(() -> recent.forget(tenant));
    }

    @Override
    @Transactional
    @TenantScoped
    public void remove(TenantId tenant, MeterKey key) {
        var before = table.lock(tenant, key);
        if (table.hasAllowances(tenant, key)) {
            throw Refusal.conflict("METER_IN_USE", key.value()).asException();
        }
        table.remove(tenant, key);
        audit.record(tenant, "meter.removed", "meter/" + key, before.orElse(null), null);
        afterCommit.run(() -> recent.forget(tenant));
    }

    private static void requireLength(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalidField(field, "REQUIRED").asException();
        } else if (text.length() > most) {
            throw Refusal.invalidField(field, "TOO_LONG").asException();
        }
    }

    @Override
    public List<Meter> of(TenantId tenant) {
        return table.of(tenant);
    }

    @Override
    public Optional<Meter> find(TenantId tenant, MeterKey key) {
        return Optional.ofNullable(recent.get(tenant, this::byKey).get(key));
    }

    private Map<MeterKey, Meter> byKey(TenantId tenant) {
        return table.committed(tenant).stream().collect(Collectors.toMap(Meter::key, Function.identity()));
    }
}
