package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.SpendCaps;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Moments;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Caps beside the gate's own figures. The account's allowances are locked first, as the gate does, so nothing is spent
 * between the counting of what was spent and the cap.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlSpendCaps implements SpendCaps {
    private static final long MOST = 1_000_000_000_000_000L;
    private final Database database;
    private final Time time;
    private final Tenants tenants;
    private final Meters meters;
    private final AuditLog audit;

    protected SqlSpendCaps() {
        this(null, null, null, null, null);
    }

    @Inject
    public SqlSpendCaps(Database database, Time time, Tenants tenants, Meters meters, AuditLog audit) {
        this.database = database;
        this.time = time;
        this.tenants = tenants;
        this.meters = meters;
        this.audit = audit;
    }

    @Override
    public void set(TenantId tenant, AccountId account, MeterKey meter, long most) {
        if (most < 0 || most > MOST) {
            throw Refusal.invalidField("limit", "OUT_OF_RANGE").asException();
        } else if (meters.find(tenant, meter).isEmpty()) {
            throw Refusal.invalidField("meter", "METER_UNKNOWN").asException();
        }
        var month = month(tenant);
        var before = database.inTransaction().withHandle(handle -> {
            var rows = new CapRows(handle, new Holder(tenant, account));
            var former = rows.lock(meter);
            rows.set(meter, most, rows.spent(meter, month), month);
            return former;
        });
        record(tenant, account, meter, before, Optional.of(most));
    }

    @Override
    public void remove(TenantId tenant, AccountId account, MeterKey meter) {
        var before = database.inTransaction().withHandle(handle -> {
            var rows = new CapRows(handle, new Holder(tenant, account));
            var former = rows.lock(meter);
            if (former.isPresent()) {
                rows.remove(meter);
            }
            return former;
        });
        if (before.isPresent()) {
            record(tenant, account, meter, before, Optional.empty());
        }
    }

    @Override
    public List<Cap> of(TenantId tenant, AccountId account) {
        var month = month(tenant);
        var rows = database.inTransaction()
                .withHandle(handle -> new CapRows(handle, new Holder(tenant, account)).all());
        return rows.stream().map(row -> new Cap(meter(tenant, row.meter()), row.most(),
                row.month().isBefore(month.from()) ? 0 : row.spent(), month.until().orElseThrow())).toList();
    }

    private Period month(TenantId tenant) {
        return Moments.Local.of(time.now(tenant), tenants.byId(tenant).zone()).month();
    }

    private Meter meter(TenantId tenant, MeterKey key) {
        return meters.find(tenant, key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
    }

    private void record(TenantId tenant, AccountId account, MeterKey meter, Optional<Long> before,
            Optional<Long> after) {
        audit.record(tenant, "cap.changed", "account/" + account, cap(meter, before), cap(meter, after));
    }

    private static Object cap(MeterKey meter, Optional<Long> most) {
        return most.map(limit -> Map.of("meter", meter.value(), "limit", limit)).orElse(null);
    }
}
