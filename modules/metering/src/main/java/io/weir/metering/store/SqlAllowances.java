package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.Overage;
import io.weir.metering.domain.AdjustmentRules;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Standing;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Allowances in the caller's transaction. Every change first locks all of the account's allowances in key order, as the
 * gate does, so that several changes in one transaction cannot deadlock with it.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlAllowances implements Allowances {
    private final Database database;
    private final Time time;
    private final Meters meters;
    private final AuditLog audit;

    protected SqlAllowances() {
        this(null, null, null, null);
    }

    @Inject
    public SqlAllowances(Database database, Time time, Meters meters, AuditLog audit) {
        this.database = database;
        this.time = time;
        this.meters = meters;
        this.audit = audit;
    }

    @Override
    public void open(TenantId tenant, AccountId account, Grant grant, Period period, Overage overage) {
        requireInRange(grant.quantity());
        var now = time.now(tenant);
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            new GrantBooks(rows, rows.lock(), now).open(grant, period, overage, Optional.empty());
        });
    }

    @Override
    public void raise(TenantId tenant, AccountId account, Grant grant, String allowanceSource) {
        requireInRange(grant.quantity());
        var now = time.now(tenant);
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            var locked = rows.lock();
            if (rows.hasGrant(grant)) {
                return;
            }
            var target = locked.stream()
                    .filter(row -> row.isOf(grant.meter(), allowanceSource) && !row.endedAt(now)).findAny()
                    .orElseThrow(() -> Refusal.conflict("ALLOWANCE_NOT_FOUND").asException());
            requireInRange(target.granted() + grant.quantity());
            new GrantBooks(rows, locked, now).raise(target, grant);
        });
    }

    @Override
    public void adjust(TenantId tenant, AccountId account, Adjustment adjustment) {
        var now = time.now(tenant);
        AdjustmentRules.check(adjustment, now);
        var meter = meters.find(tenant, adjustment.meter())
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        boolean booked = database.inTransaction().withHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            return new GrantBooks(rows, rows.lock(), now).adjust(adjustment, meter);
        });
        if (booked) {
            audit.record(tenant, "allowance.adjusted", "account/" + account, null, adjustment);
        }
    }

    @Override
    public long takeBack(TenantId tenant, AccountId account, TakeBack wanted) {
        requireInRange(wanted.quantity());
        var now = time.now(tenant);
        return database.inTransaction().withHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            return new GrantBooks(rows, rows.lock(), now).takeBack(wanted);
        });
    }

    @Override
    public void endAt(TenantId tenant, AccountId account, String allowanceSource, Instant end) {
        var now = time.now(tenant);
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            rows.lock();
            rows.endAt(allowanceSource, end.isBefore(now) ? now : end);
        });
    }

    @Override
    public void rest(TenantId tenant, AccountId account, String allowanceSource, Period period) {
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            rows.lock();
            rows.rest(allowanceSource, period);
        });
    }

    @Override
    public void close(TenantId tenant, AccountId account, String allowanceSource) {
        var now = time.now(tenant);
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            rows.lock();
            rows.end(allowanceSource, now);
        });
    }

    @Override
    public List<Balance> balances(TenantId tenant, AccountId account) {
        return standings(tenant, account).entrySet().stream()
                .map(entry -> balance(tenant, entry.getKey(), entry.getValue())).toList();
    }

    @Override
    public Balance balance(TenantId tenant, AccountId account, MeterKey meter) {
        return balance(tenant, meter, standings(tenant, account).getOrDefault(meter, Standing.NONE));
    }

    private Map<MeterKey, Standing> standings(TenantId tenant, AccountId account) {
        Instant now = time.now(tenant);
        var standings = new TreeMap<MeterKey, Standing>(Comparator.comparing(MeterKey::value));
        var open = database.inTransaction()
                .withHandle(handle -> new AllowanceRows(handle, new Holder(tenant, account)).openAt(now));
        for (var allowance : open) {
            var sum = standings.getOrDefault(allowance.meter(), Standing.NONE);
            standings.put(allowance.meter(), sum.plus(allowance));
        }
        return standings;
    }

    @Override
    public List<Holding> holdings(TenantId tenant, AccountId account) {
        var now = time.now(tenant);
        return database.inTransaction()
                .withHandle(handle -> new HoldingRows(handle, new Holder(tenant, account)).at(now)).stream()
                .map(row -> row.holding(meter(tenant, row.allowance().meter()), now)).toList();
    }

    @Override
    public List<Holding> ofSource(TenantId tenant, AccountId account, String allowanceSource) {
        var now = time.now(tenant);
        return database.inTransaction()
                .withHandle(handle -> new HoldingRows(handle, new Holder(tenant, account)).of(allowanceSource, now))
                .stream().map(row -> row.holding(meter(tenant, row.allowance().meter()), now)).toList();
    }

    /** By the accounts, which the clustered key has first; of what else they hold, the source tells it apart. */
    @Override
    public List<Opened> opened(TenantId tenant, Map<String, AccountId> bySource) {
        if (bySource.isEmpty()) {
            return List.of();
        }
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT source, meter, granted, used, overage FROM metering_allowance
                WHERE tenant_id = :tenant AND account_id IN (<accounts>) AND source IN (<sources>)""")
                .bind("tenant", tenant)
                .bindList("accounts", bySource.values().stream().distinct().map(AccountId::toString).toList())
                .bindList("sources", List.copyOf(bySource.keySet()))
                .map((row, context) -> new Opened(row.getString(1), meter(tenant, new MeterKey(row.getString(2))),
                        row.getLong(3), row.getLong(4), row.getLong(5))).list());
    }

    private Balance balance(TenantId tenant, MeterKey key, Standing standing) {
        return new Balance(meter(tenant, key), standing.granted(), standing.used(), standing.reserved(),
                standing.overage(), standing.since(), standing.until());
    }

    private Meter meter(TenantId tenant, MeterKey key) {
        return meters.find(tenant, key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
    }

    private static void requireInRange(long quantity) {
        if (quantity < 0 || quantity > AdjustmentRules.MOST) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}
