package io.weir.payments.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.About;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What people move by hand, in the caller's transaction. Whoever adds one holds what it is about locked. */
@ApplicationScoped
public class DecisionRows {
    private static final String INSERT = """
            INSERT INTO payments_decision (tenant_id, id, kind, status, account_id, payment_id, line_id, waiting_for,
              amount, currency, note, seen, asked_by, asked_at)
            VALUES (:tenant, :id, :kind, :status, :account, :payment, :line, :waitingFor, :amount, :currency, :note,
              :seen, :by, :at)""";
    private static final String DECIDE = """
            UPDATE payments_decision SET status = :status, waiting_for = NULL, decided_by = :by, decided_at = :at
            WHERE tenant_id = :tenant AND id = :id""";
    private static final String OF = " FROM payments_decision WHERE tenant_id = :tenant";
    private static final String SELECT = """
            SELECT id, kind, status, account_id, payment_id, line_id, amount, currency, note, seen, asked_by, asked_at,
              decided_by, decided_at""" + OF;
    private static final String ALONE = "SELECT COALESCE(SUM(amount), 0)" + OF
            + " AND account_id = :account AND currency = :currency AND kind IN (<kinds>) AND status = 'DONE'"
            + " AND decided_by IS NULL AND asked_at > :since";
    private static final String SAME = "SELECT count(*)" + OF
            + " AND account_id = :account AND payment_id <=> :payment AND line_id <=> :line AND kind = :kind"
            + " AND amount = :amount AND currency = :currency AND asked_by = :by AND status <> 'WITHDRAWN'"
            + " AND asked_at > :since";

    @Inject
    Database database;

    public void insert(TenantId tenant, Decision decision) {
        var about = decision.about();
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant.toString())
                .bind("id", decision.id().toString()).bind("kind", decision.kind().name())
                .bind("status", decision.status().name()).bind("account", about.account().toString())
                .bind("payment", text(about.payment())).bind("line", text(about.line()))
                .bind("waitingFor", decision.isWaiting() ? about.subject().toString() : null)
                .bind("amount", decision.amount().minor())
                .bind("currency", decision.amount().currency().getCurrencyCode())
                .bind("note", decision.note().orElse(null)).bind("seen", decision.seen())
                .bind("by", decision.by().toString()).bind("at", decision.at()).execute());
    }

    /** Status, second person and time, as the decision says. */
    public void decide(TenantId tenant, Decision decision) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(DECIDE).bind("tenant", tenant.toString())
                .bind("id", decision.id().toString()).bind("status", decision.status().name())
                .bind("by", text(decision.second())).bind("at", decision.decidedAt().orElse(null)).execute());
    }

    public Optional<Decision> find(TenantId tenant, UUID id) {
        return one(tenant, " AND id = :value", id);
    }

    /** Locked until the transaction ends. */
    public Optional<Decision> lock(TenantId tenant, UUID id) {
        return one(tenant, " AND id = :value FOR UPDATE", id);
    }

    /** What waits about a line, a payment or an account itself. */
    public Optional<Decision> waitingFor(TenantId tenant, UUID subject) {
        return one(tenant, " AND waiting_for = :value", subject);
    }

    /** About an account or its payments, oldest first. */
    public List<Decision> waiting(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> ours(handle, SELECT
                + " AND status = 'WAITING' AND account_id = :account ORDER BY asked_at, id", tenant)
                .bind("account", account.toString()).map((row, context) -> read(row)).list());
    }

    /** Waiting ones oldest first, the others newest first. */
    public Page<Decision> page(TenantId tenant, Status status, Page.Request page) {
        var order = status == Status.WAITING ? " ORDER BY asked_at, id" : " ORDER BY asked_at DESC, id DESC";
        return database.inTransaction().withHandle(handle -> {
            var items = ours(handle, SELECT + " AND status = :status" + order + " LIMIT :limit OFFSET :offset", tenant)
                    .bind("status", status.name()).bind("limit", page.limit()).bind("offset", page.offset())
                    .map((row, context) -> read(row)).list();
            long total = ours(handle, "SELECT count(*)" + OF + " AND status = :status", tenant)
                    .bind("status", status.name()).mapTo(Long.class).one();
            return new Page<>(items, page.page(), page.limit(), total);
        });
    }

    /** What single people moved for an account since. */
    public Money alone(TenantId tenant, AccountId account, Currency currency, Set<Kind> kinds, Instant since) {
        long minor = database.inTransaction().withHandle(handle -> ours(handle, ALONE, tenant)
                .bind("account", account.toString()).bind("currency", currency.getCurrencyCode())
                .bindList("kinds", kinds.stream().map(Kind::name).toList()).bind("since", since)
                .mapTo(Long.class).one());
        return new Money(minor, currency);
    }

    /** Whether the same person has decided the same since. */
    public boolean isSameSince(TenantId tenant, Decision decision, Instant since) {
        var about = decision.about();
        return database.inTransaction().withHandle(handle -> ours(handle, SAME, tenant)
                .bind("account", about.account().toString()).bind("payment", text(about.payment()))
                .bind("line", text(about.line())).bind("kind", decision.kind().name())
                .bind("amount", decision.amount().minor())
                .bind("currency", decision.amount().currency().getCurrencyCode())
                .bind("by", decision.by().toString()).bind("since", since).mapTo(Long.class).one()) > 0;
    }

    private Optional<Decision> one(TenantId tenant, String condition, UUID value) {
        return database.inTransaction().withHandle(handle -> ours(handle, SELECT + condition, tenant)
                .bind("value", value.toString()).map((row, context) -> read(row)).findOne());
    }

    private static Query ours(Handle handle, String sql, TenantId tenant) {
        return handle.createQuery(sql).bind("tenant", tenant.toString());
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static Decision read(ResultSet row) throws SQLException {
        var about = new About(AccountId.of(row.getString("account_id")),
                Columns.text(row, "payment_id").map(PaymentId::of), Columns.text(row, "line_id").map(UUID::fromString));
        var amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Decision(UUID.fromString(row.getString("id")), Kind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")), about, amount, Columns.text(row, "note"),
                row.getString("seen"), UserId.of(row.getString("asked_by")), Columns.instant(row, "asked_at"),
                Columns.text(row, "decided_by").map(UserId::of), Columns.optionalInstant(row, "decided_at"));
    }
}
