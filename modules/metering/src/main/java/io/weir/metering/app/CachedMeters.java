package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.store.MeterTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    private final MeterTable table;
    private final AfterCommit afterCommit;

    protected CachedMeters() {
        this(null, null);
    }

    @Inject
    public CachedMeters(MeterTable table, AfterCommit afterCommit) {
        this.table = table;
        this.afterCommit = afterCommit;
    }

    @Override
    public void define(TenantId tenant, Meter meter) {
        table.define(tenant, meter);
        afterCommit.run(() -> recent.forget(tenant));
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
