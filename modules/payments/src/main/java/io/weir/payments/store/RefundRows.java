package io.weir.payments.store;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.domain.RefundPlan;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Refunds, in the caller's transaction. Whoever changes one holds its payment locked. */
@ApplicationScoped
public class RefundRows {
    private static final int LONGEST = 255;
    private static final String INSERT = """
            INSERT INTO payments_refund (tenant_id, id, payment_id, amount, currency, status, by_hand, reason,
              reference, words, asked_by, asked_at, decided_at, first_asked_at, next_attempt_at)
            VALUES (:tenant, :id, :payment, :amount, :currency, :status, :byHand, :reason, :reference, :words, :askedBy,
              :askedAt, :decidedAt, :now, :next)""";
    private static final String OF = " FROM payments_refund WHERE tenant_id = :tenant";
    private static final String SELECT = """
            SELECT id, payment_id, amount, currency, status, by_hand, reason, reference, words, asked_by, asked_at,
              decided_at""" + OF;
    /** Assigned from left to right: what decides whether it has just become pending comes before the status. */
    private static final String UPDATE = """
            UPDATE payments_refund SET attempts = IF(status = :status, attempts, 0),
              next_attempt_at = IF(:status = 'PENDING', IF(status = 'PENDING', COALESCE(next_attempt_at, :look), :look),
                NULL),
              status = :status, reference = :reference, words = :words, decided_at = :decidedAt
            WHERE tenant_id = :tenant AND id = :id""";

    @Inject
    Database database;
    @Inject
    Time time;

    /** {@code next}: when it is asked for again, should no answer be written down until then. */
    public void insert(TenantId tenant, Refund refund, Optional<Instant> next) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant.toString())
                .bind("id", refund.id().toString()).bind("payment", refund.payment().toString())
                .bind("amount", refund.amount().minor())
                .bind("currency", refund.amount().currency().getCurrencyCode()).bind("status", refund.status().name())
                .bind("byHand", refund.byHand()).bind("reason", refund.reason())
                .bind("reference", refund.reference().orElse(null)).bind("words", cut(refund.words()))
                .bind("askedBy", refund.askedBy().map(UserId::toString).orElse(null))
                .bind("askedAt", refund.askedAt()).bind("decidedAt", refund.decidedAt().orElse(null))
                .bind("now", time.now()).bind("next", next.orElse(null)).execute());
    }

    public void update(TenantId tenant, Refund refund) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(UPDATE).bind("tenant", tenant.toString())
                .bind("id", refund.id().toString()).bind("status", refund.status().name())
                .bind("reference", refund.reference().orElse(null)).bind("words", cut(refund.words()))
                .bind("decidedAt", refund.decidedAt().orElse(null)).bind("look", RefundPlan.look(0, time.now()))
                .execute());
    }

    public Optional<Refund> find(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle -> ours(handle, SELECT + " AND id = :id", tenant)
                .bind("id", id.toString()).map((row, context) -> read(row)).findOne());
    }

    /** Oldest first, and as they stand now, whatever this transaction has read before. */
    public List<Refund> of(TenantId tenant, PaymentId payment) {
        return database.inTransaction().withHandle(handle -> ours(handle, SELECT
                + " AND payment_id = :payment ORDER BY asked_at, id LOCK IN SHARE MODE", tenant)
                .bind("payment", payment.toString()).map((row, context) -> read(row)).list());
    }

    /** How many each has; payments without any are left out. */
    public Map<PaymentId, Integer> counts(TenantId tenant, Collection<PaymentId> payments) {
        return payments.isEmpty() ? Map.of() : database.inTransaction().withHandle(handle -> ours(handle,
                "SELECT payment_id, count(*) AS refunds" + OF + " AND payment_id IN (<payments>) GROUP BY payment_id",
                tenant).bindList("payments", payments.stream().map(PaymentId::toString).toList())
                .map((row, context) -> Map.entry(PaymentId.of(row.getString("payment_id")), row.getInt("refunds")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Newest first. */
    public Page<Refund> page(TenantId tenant, Optional<Status> status, Page.Request page) {
        var only = status.isPresent() ? " AND status = :status" : "";
        return database.inTransaction().withHandle(handle -> {
            var items = ours(handle, SELECT + only + " ORDER BY asked_at DESC, id DESC LIMIT :limit OFFSET :offset",
                    tenant).bind("limit", page.limit()).bind("offset", page.offset());
            var count = ours(handle, "SELECT count(*)" + OF + only, tenant);
            status.ifPresent(one -> {
                items.bind("status", one.name());
                count.bind("status", one.name());
            });
            return new Page<>(items.map((row, context) -> read(row)).list(), page.page(), page.limit(),
                    count.mapTo(Long.class).one());
        });
    }

    private static Query ours(Handle handle, String sql, TenantId tenant) {
        return handle.createQuery(sql).bind("tenant", tenant.toString());
    }

    private static Refund read(ResultSet row) throws SQLException {
        var amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Refund(UUID.fromString(row.getString("id")), PaymentId.of(row.getString("payment_id")), amount,
                Status.valueOf(row.getString("status")), row.getBoolean("by_hand"), row.getString("reason"),
                Columns.text(row, "reference"), Columns.text(row, "words"),
                Columns.text(row, "asked_by").map(UserId::of), Columns.instant(row, "asked_at"),
                Columns.optionalInstant(row, "decided_at"));
    }

    private static String cut(Optional<String> words) {
        return words.map(text -> text.substring(0, Math.min(LONGEST, text.length()))).orElse(null);
    }
}
