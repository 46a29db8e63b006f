package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Standing;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Allowances in the caller's transaction. Every change first locks all of the account's allowances in key order, as the
 * gate does, so that several changes in one transaction cannot deadlock with it.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlAllowances implements Allowances {
    /** Of one allowance, in smallest units: keeps every sum far from overflow. */
    private static final long MOST = 1_000_000_000_000_000L;
    private final Database database;
    private final Time time;
    private final Meters meters;

    protected SqlAllowances() {
        this(null, null, null);
    }

    @Inject
    public SqlAllowances(Database database, Time time, Meters meters) {
        this.database = database;
        this.time = time;
        this.meters = meters;
    }

    @Override
    public void open(TenantId tenant, AccountId account, Grant grant, Period period) {
        requireInRange(grant.quantity());
        var now = time.now(tenant);
        database.inTransaction().useHandle(handle -> {
            var rows = new AllowanceRows(handle, new Holder(tenant, account));
            rows.lock();
            var id = Ids.next();
            if (rows.insert(id, grant, period, now)) {
                rows.insertGrant(id, grant, now);
            }
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
            rows.insertGrant(target.id(), grant, now);
            rows.raise(target, grant.quantity());
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

    private Balance balance(TenantId tenant, MeterKey key, Standing standing) {
        var meter = meters.find(tenant, key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
        return new Balance(meter, standing.granted(), standing.used(), standing.reserved(), standing.until());
    }

    private static void requireInRange(long quantity) {
        if (quantity < 0 || quantity > MOST) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
    }
}
