package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.RollupDifference;
import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.Stretch;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Mends the rollups of one account and hour, and has it summed up again. Its allowances are locked first, in the
 * gate's order: nothing of it is counted until this transaction has ended. Then the hour is compared again, because it
 * may have moved since.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class MendedHours {
    private static final String OF_KEY = " WHERE tenant_id = :tenant AND account_id = :account AND meter = :meter"
            + " AND hour_at = :hour AND endpoint = :endpoint AND operation = :operation AND model = :model"
            + " AND api_key_id = :apiKey AND status = :status";
    private static final String KEY_COLUMNS =
            "tenant_id, account_id, meter, hour_at, endpoint, operation, model, api_key_id, status";
    private static final String KEY_VALUES =
            ":tenant, :account, :meter, :hour, :endpoint, :operation, :model, :apiKey, :status";
    private static final RollupDifference NOTHING = new RollupDifference(Map.of(), Map.of(), 0);
    private final Database database;
    private final AuditLog audit;
    private final Time time;

    protected MendedHours() {
        this(null, null, null);
    }

    @Inject
    public MendedHours(Database database, AuditLog audit, Time time) {
        this.database = database;
        this.audit = audit;
        this.time = time;
    }

    /** Answers whether anything had to be mended. */
    public boolean mend(TenantId tenant, AccountId account, Collection<String> meters, Instant hour) {
        var holder = new Holder(tenant, account);
        var found = database.inTransaction().withHandle(handle -> {
            closeGate(handle, holder);
            var difference = difference(handle, holder, meters, hour);
            // Asked behind the usage, because who forgets it says so first: its rollups are all that is left of it.
            if (ForgottenUsage.before(handle, tenant).filter(hour::isBefore).isPresent()) {
                return NOTHING;
            }
            difference.hours().forEach((key, sums) -> writeHour(handle, holder, key, sums));
            difference.latencies().forEach((bar, calls) -> writeLatency(handle, holder, bar, calls));
            if (difference.size() > 0) {
                UnsummedHours.mark(handle, List.of(new AccountHour(holder, hour)), time.now());
            }
            return difference;
        });
        if (found.size() > 0) {
            audit.record(tenant, "usage.recomputed", "account/" + account, null,
                    Map.of("hour", hour, "rows", found.size()));
        }
        return found.size() > 0;
    }

    private static void closeGate(Handle handle, Holder holder) {
        handle.createQuery("""
                SELECT id FROM metering_allowance FORCE INDEX (PRIMARY)
                WHERE tenant_id = :tenant AND account_id = :account
                ORDER BY tenant_id, account_id, meter, id FOR UPDATE""")
                .bind("tenant", holder.tenant()).bind("account", holder.account()).mapTo(String.class).list();
    }

    private static RollupDifference difference(Handle handle, Holder holder, Collection<String> meters, Instant hour) {
        try {
            return new RollupProof(handle.getConnection(), holder, meters)
                    .difference(new Stretch(hour, hour.plus(Duration.ofHours(1))));
        } catch (SQLException e) {
            throw new IllegalStateException("rollups cannot be compared now", e);
        }
    }

    private static void writeHour(Handle handle, Holder holder, Key key, Sums sums) {
        bind(handle.createUpdate("DELETE FROM metering_usage_hour" + OF_KEY), holder, key).execute();
        if (sums != null) {
            bind(handle.createUpdate("INSERT INTO metering_usage_hour (" + KEY_COLUMNS + ", requests, errors, quantity,"
                    + " overage, tokens, latency_sum, latency_count) VALUES (" + KEY_VALUES + ", :requests, :errors,"
                    + " :quantity, :overage, :tokens, :latencySum, :latencyCount)"), holder, key)
                    .bind("requests", sums.requests()).bind("errors", sums.errors())
                    .bind("quantity", sums.quantity()).bind("overage", sums.overage()).bind("tokens", sums.tokens())
                    .bind("latencySum", sums.latencySum()).bind("latencyCount", sums.latencyCount()).execute();
        }
    }

    private static void writeLatency(Handle handle, Holder holder, Bar bar,
            Long calls) {
        bind(handle.createUpdate("DELETE FROM metering_latency_hour" + OF_KEY + " AND bucket = :bucket"), holder,
                bar.key()).bind("bucket", bar.bucket()).execute();
        if (calls != null) {
            bind(handle.createUpdate("INSERT INTO metering_latency_hour (" + KEY_COLUMNS + ", bucket, requests)"
                    + " VALUES (" + KEY_VALUES + ", :bucket, :calls)"), holder, bar.key())
                    .bind("bucket", bar.bucket()).bind("calls", calls).execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Holder holder, Key key) {
        return statement.bind("tenant", holder.tenant()).bind("account", holder.account()).bind("meter", key.meter())
                .bind("hour", key.hour()).bind("endpoint", key.endpoint()).bind("operation", key.operation())
                .bind("model", key.model()).bind("apiKey", key.apiKey()).bind("status", key.status());
    }
}
