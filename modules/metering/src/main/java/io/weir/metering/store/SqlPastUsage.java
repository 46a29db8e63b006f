package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.PastUsage;
import io.weir.metering.domain.CutHours;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Stretch;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Ranges of the rollups' key, and of usage's for the few hours that are taken apart. */
@ApplicationScoped
@Transactional
@TenantScoped
public class SqlPastUsage implements PastUsage {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ROLLUPS = " FROM metering_usage_hour FORCE INDEX (PRIMARY) WHERE ";
    private static final String USAGE = " FROM metering_usage FORCE INDEX (PRIMARY) WHERE tenant_id = :tenant"
            + " AND account_id = :account AND used_at >= :from AND used_at < :until";
    private final Database database;
    private final Meters meters;

    protected SqlPastUsage() {
        this(null, null);
    }

    @Inject
    public SqlPastUsage(Database database, Meters meters) {
        this.database = database;
        this.meters = meters;
    }

    @Override
    public List<Step> steps(TenantId tenant, AccountId account, List<Instant> cuts) {
        if (cuts.size() < 2) {
            return List.of();
        }
        var scope = new AccountScope(new Holder(tenant, account), names(tenant), Optional.empty());
        return database.inTransaction().withHandle(handle -> {
            var known = ForgottenUsage.before(handle, tenant).orElse(Instant.MIN);
            var parted = new CutHours(cuts, known);
            var steps = new ArrayList<>(hours(handle, scope, new Stretch(cuts.get(0), cuts.get(cuts.size() - 1))));
            steps.removeIf(step -> parted.taken().contains(step.from()));
            parted.parts().forEach(part -> steps.addAll(part(handle, scope.holder(), part)));
            steps.sort(Comparator.comparing(Step::from).thenComparing(step -> step.meter().value()));
            return steps;
        });
    }

    private static List<Step> hours(Handle handle, AccountScope scope, Stretch span) {
        return scope.bind(handle.createQuery("SELECT meter, hour_at, SUM(quantity)" + ROLLUPS + AccountScope.CONDITION
                        + " AND hour_at >= :from AND hour_at < :until GROUP BY meter, hour_at"))
                .bind("from", span.from()).bind("until", span.until())
                .map((row, context) -> new Step(new MeterKey(row.getString(1)), StoredRollups.moment(row, 2),
                        StoredRollups.moment(row, 2).plus(HOUR), row.getLong(3))).list();
    }

    private static List<Step> part(Handle handle, Holder holder, Stretch part) {
        return handle.createQuery("SELECT meter, SUM(quantity)" + USAGE + " GROUP BY meter")
                .bind("tenant", holder.tenant()).bind("account", holder.account())
                .bind("from", part.from()).bind("until", part.until())
                .map((row, context) -> new Step(new MeterKey(row.getString(1)), part.from(), part.until(),
                        row.getLong(2))).list();
    }

    @Override
    public Instant passed(TenantId tenant, AccountId account, Step step, long units) {
        var holder = new Holder(tenant, account);
        return database.inTransaction().withHandle(handle -> handle.createQuery("SELECT used_at FROM (SELECT used_at,"
                        + " id, SUM(quantity) OVER (ORDER BY used_at, id) AS so_far" + USAGE + " AND meter = :meter)"
                        + " AS counted WHERE so_far > :units ORDER BY used_at LIMIT 1")
                .bind("tenant", holder.tenant()).bind("account", holder.account())
                .bind("from", step.from()).bind("until", step.until())
                .bind("meter", step.meter().value()).bind("units", units)
                .map((row, context) -> StoredRollups.moment(row, 1)).findOne().orElse(step.from()));
    }

    @Override
    public Map<AccountId, Map<MeterKey, Long>> ofAccounts(TenantId tenant, Collection<AccountId> accounts, Instant from,
            Instant until) {
        var found = new HashMap<AccountId, Map<MeterKey, Long>>();
        var names = names(tenant);
        if (accounts.isEmpty() || names.isEmpty()) {
            return found;
        }
        database.inTransaction().useHandle(handle -> handle.createQuery("SELECT account_id, meter, SUM(quantity)"
                        + ROLLUPS + "tenant_id = :tenant AND account_id IN (<accounts>) AND meter IN (<meters>)"
                        + " AND hour_at >= :from AND hour_at < :until GROUP BY account_id, meter")
                .bind("tenant", tenant.value()).bindList("accounts", accounts.stream().map(AccountId::value).toList())
                .bindList("meters", names).bind("from", from).bind("until", until)
                .map((row, context) -> found.computeIfAbsent(AccountId.of(row.getString(1)), of -> new HashMap<>())
                        .put(new MeterKey(row.getString(2)), row.getLong(3))).list());
        return found;
    }

    /** Every meter is asked for by name, so that what is read are short ranges of the key. */
    private List<String> names(TenantId tenant) {
        return meters.of(tenant).stream().map(meter -> meter.key().value()).toList();
    }
}
