package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.LedgerLine;
import io.weir.metering.domain.RunningBalance;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The ledger as it can be read off grants, usage, and allowances that have ended: nothing is kept twice. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlLedger implements Ledger {
    /** Each source is read from its newest entry to the page's last. */
    private static final long DEEPEST = 100_000;
    private final Database database;
    private final Time time;
    private final Meters meters;

    protected SqlLedger() {
        this(null, null, null);
    }

    @Inject
    public SqlLedger(Database database, Time time, Meters meters) {
        this.database = database;
        this.time = time;
        this.meters = meters;
    }

    @Override
    public Page<Entry> page(TenantId tenant, AccountId account, Query query, Page.Request page) {
        if ((long) page.page() * page.limit() > DEEPEST) {
            throw Refusal.invalidField("page", "OUT_OF_RANGE").asException();
        }
        return read(tenant, account, query.meter(), rows -> new Page<>(
                entries(rows, query, rows.page(query, page.offset(), page.limit())), page.page(), page.limit(),
                rows.count(query)));
    }

    @Override
    public List<Entry> older(TenantId tenant, AccountId account, Query query, Optional<Entry> than, int most) {
        return read(tenant, account, query.meter(), rows -> entries(rows, query, rows.older(query, than, most)));
    }

    private <T> T read(TenantId tenant, AccountId account, MeterKey meter, Function<LedgerRows, T> reading) {
        var now = time.now(tenant);
        return database.inTransaction().withHandle(handle ->
                reading.apply(new LedgerRows(handle, new Holder(tenant, account), meter, now)));
    }

    private static List<Entry> entries(LedgerRows rows, Query query, List<LedgerLine> lines) {
        var gaps = query.type().isPresent() ? rows : new OnlyAbove(rows);
        return new RunningBalance(gaps, rows.balance()).after(lines);
    }

    @Override
    public Standing standing(TenantId tenant, AccountId account, MeterKey key) {
        var now = time.now(tenant);
        var open = database.inTransaction()
                .withHandle(handle -> new AllowanceRows(handle, new Holder(tenant, account)).openAt(now)).stream()
                .filter(allowance -> allowance.meter().equals(key)).toList();
        var ending = open.stream().filter(allowance -> allowance.lifetime().endsAt().isPresent()).toList();
        long balance = free(open);
        long monthly = free(ending);
        var meter = meters.find(tenant, key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
        return new Standing(meter, balance, monthly, balance - monthly,
                open.stream().mapToLong(allowance -> allowance.figures().reserved()).sum(), nextEnd(ending));
    }

    private static long free(List<Allowance> allowances) {
        return allowances.stream().mapToLong(allowance -> allowance.figures().free()).sum();
    }

    private static Optional<Instant> nextEnd(List<Allowance> ending) {
        return ending.stream().filter(allowance -> allowance.figures().free() > 0)
                .flatMap(allowance -> allowance.lifetime().endsAt().stream()).min(Instant::compareTo);
    }
}
