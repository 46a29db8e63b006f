package io.weir.payments.store;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lines of bank statements, as they stand. Their proposals are worked out elsewhere. */
@ApplicationScoped
public class LineRows {
    private static final String SELECT = """
            SELECT id, statement_id, line_no, booked_on, amount, currency, counterparty, memo, bank_reference, status,
              payment_id, awaits_payment_id, note, decided_by, decided_at
            FROM payments_statement_line WHERE tenant_id = :tenant""";
    private static final String DECIDE = """
            UPDATE payments_statement_line SET status = :status, payment_id = :payment, awaits_payment_id = :awaits,
              note = :note, decided_by = :by, decided_at = :at
            WHERE tenant_id = :tenant AND id = :id""";
    private static final String OLDEST_FIRST = " ORDER BY booked_on, statement_id, line_no, id";
    private static final String LATEST_FIRST = " ORDER BY decided_at DESC, id DESC";

    @Inject
    Database database;

    public Optional<Line> find(TenantId tenant, UUID line) {
        return one(tenant, line, "");
    }

    /** Locked until the transaction ends. */
    public Optional<Line> lock(TenantId tenant, UUID line) {
        return one(tenant, line, " FOR UPDATE");
    }

    public Page<Line> page(TenantId tenant, LineStatus status, Page.Request page) {
        return database.inTransaction().withHandle(handle -> {
            var items = handle.createQuery(SELECT + " AND status = :status"
                    + (status == LineStatus.OPEN ? OLDEST_FIRST : LATEST_FIRST) + " LIMIT :limit OFFSET :offset")
                    .bind("tenant", tenant.toString()).bind("status", status.name()).bind("limit", page.limit())
                    .bind("offset", page.offset()).map((row, context) -> line(row)).list();
            long total = handle.createQuery("SELECT count(*) FROM payments_statement_line"
                    + " WHERE tenant_id = :tenant AND status = :status").bind("tenant", tenant.toString())
                    .bind("status", status.name()).mapTo(Long.class).one();
            return new Page<>(items, page.page(), page.limit(), total);
        });
    }

    /** Oldest first. */
    public List<Line> open(TenantId tenant, int most) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " AND status = 'OPEN'"
                + OLDEST_FIRST + " LIMIT :most").bind("tenant", tenant.toString()).bind("most", most)
                .map((row, context) -> line(row)).list());
    }

    /** Status, payment, note, who and when, as the line says. */
    public void decide(TenantId tenant, Line line) {
        var payment = line.payment().map(PaymentId::toString).orElse(null);
        database.inTransaction().useHandle(handle -> handle.createUpdate(DECIDE).bind("tenant", tenant.toString())
                .bind("id", line.id().toString()).bind("status", line.status().name())
                .bind("payment", line.awaitsSecond() ? null : payment)
                .bind("awaits", line.awaitsSecond() ? payment : null).bind("note", line.note().orElse(null))
                .bind("by", line.decidedBy().map(UserId::toString).orElse(null))
                .bind("at", line.decidedAt().orElse(null)).execute());
    }

    private Optional<Line> one(TenantId tenant, UUID line, String lock) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " AND id = :id" + lock)
                .bind("tenant", tenant.toString()).bind("id", line.toString())
                .map((row, context) -> line(row)).findOne());
    }

    private static Line line(ResultSet row) throws SQLException {
        var awaits = Columns.text(row, "awaits_payment_id");
        return new Line(UUID.fromString(row.getString("id")), UUID.fromString(row.getString("statement_id")),
                row.getInt("line_no"), row.getObject("booked_on", LocalDate.class),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                Columns.text(row, "counterparty"), row.getString("memo"), Columns.text(row, "bank_reference"),
                LineStatus.valueOf(row.getString("status")),
                Columns.text(row, "payment_id").or(() -> awaits).map(PaymentId::of), awaits.isPresent(),
                Columns.text(row, "note"), Columns.text(row, "decided_by").map(UserId::of),
                Columns.optionalInstant(row, "decided_at"), List.of());
    }
}
