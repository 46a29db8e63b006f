package io.weir.subscriptions.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionBook.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** Finds and counts a tenant's subscriptions by where they stand at a moment. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SubscriptionRegister {
    /** The words of {@code StoredSubscription.statusAt}, once more. A comparison with nothing is false here. */
    private static final String STATE = "CASE WHEN is_free OR status NOT IN ('TRIALING', 'ACTIVE', 'PAST_DUE')"
            + " THEN status"
            + " WHEN period_until IS NOT NULL AND :now >= COALESCE(access_until, period_until)"
            + " THEN IF(awaits_invoice, 'UNPAID', 'EXPIRED')"
            + " WHEN period_from > :now THEN 'PENDING'"
            + " WHEN :now >= period_until AND (status = 'PAST_DUE' OR awaits_invoice) THEN 'PAST_DUE'"
            + " WHEN status = 'PAST_DUE' THEN 'ACTIVE' ELSE status END";
    private static final String FROM = " FROM subscriptions_subscription WHERE tenant_id = :tenant";
    private Database database;

    protected SubscriptionRegister() {
    }

    @Inject
    public SubscriptionRegister(Database database) {
        this.database = database;
    }

    public Page<UUID> page(TenantId tenant, Filter filter, Instant now, Page.Request page) {
        if (isNobodys(filter)) {
            return new Page<>(List.of(), page.page(), page.limit(), 0);
        }
        var condition = condition(filter) + filter.status().map(status -> " AND " + STATE + " = :status").orElse("");
        return database.inTransaction().withHandle(handle -> {
            var ids = bind(handle.createQuery("SELECT id" + FROM + condition
                    + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset"), tenant, filter, now)
                    .bind("limit", page.limit()).bind("offset", page.offset()).mapTo(UUID.class).list();
            long total = bind(handle.createQuery("SELECT COUNT(*)" + FROM + condition), tenant, filter, now)
                    .mapTo(Long.class).one();
            return new Page<>(ids, page.page(), page.limit(), total);
        });
    }

    public Map<Status, Long> counts(TenantId tenant, Filter filter, Instant now) {
        var counts = new EnumMap<Status, Long>(Status.class);
        if (!isNobodys(filter)) {
            database.inTransaction().useHandle(handle -> bind(handle.createQuery("SELECT " + STATE
                    + " AS state, COUNT(*) AS number" + FROM + condition(filter) + " GROUP BY state"),
                    tenant, filter, now).map((row, context) -> counts.put(Status.valueOf(row.getString("state")),
                            row.getLong("number"))).list());
        }
        return counts;
    }

    private static boolean isNobodys(Filter filter) {
        return filter.accounts().filter(Set::isEmpty).isPresent();
    }

    private static String condition(Filter filter) {
        return filter.plan().map(plan -> " AND plan_id = :plan").orElse(filter.free() ? "" : " AND is_free = FALSE")
                + filter.accounts().map(accounts -> " AND account_id IN (<accounts>)").orElse("");
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TenantId tenant, Filter filter, Instant now) {
        statement.bind("tenant", tenant).bind("now", now);
        filter.status().ifPresent(status -> statement.bind("status", status.name()));
        filter.plan().ifPresent(plan -> statement.bind("plan", plan));
        filter.accounts().ifPresent(accounts -> statement.bindList("accounts",
                accounts.stream().map(AccountId::toString).toList()));
        return statement;
    }
}
