package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment.Purpose;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentMethod;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What payments were charged to while nobody was there, in the caller's transaction. */
@ApplicationScoped
public class ChargedMethods {
    private static final String INSERT = """
            INSERT INTO payments_charge (tenant_id, payment_id, method, kind, brand, last4, asked_at)
            VALUES (:tenant, :payment, :method, :kind, :brand, :last4, :now)""";
    private static final String SELECT = """
            SELECT c.method, c.kind, c.brand, c.last4, c.asked_at, p.gateway
            FROM payments_charge c JOIN payments_payment p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
            WHERE c.tenant_id = :tenant AND c.payment_id = :payment""";
    private static final String OF_PURPOSE = """
            FROM payments_payment p LEFT JOIN payments_charge c ON c.tenant_id = p.tenant_id AND c.payment_id = p.id
            WHERE p.tenant_id = :tenant AND p.purpose_kind = :kind AND p.purpose_item = :item""";
    private static final String UNDER_WAY = "SELECT COUNT(*) " + OF_PURPOSE
            + " AND p.status IN ('PENDING', 'PROCESSING') AND c.payment_id IS NOT NULL";
    private static final String OPEN = "SELECT p.id " + OF_PURPOSE
            + " AND p.status IN ('PENDING', 'PROCESSING') ORDER BY p.id";
    private static final String TAKEN = "SELECT COUNT(*) " + OF_PURPOSE
            + " AND p.status IN ('PENDING', 'PROCESSING', 'COMPLETED')";

    @Inject
    Database database;

    /** {@code askedAt}: for the first time, in real time. */
    public record Charged(PaymentMethod method, Instant askedAt) {
    }

    public void add(TenantId tenant, PaymentId payment, Charged charged) {
        var method = charged.method();
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant.toString())
                .bind("payment", payment.toString()).bind("method", method.id()).bind("kind", method.kind())
                .bind("brand", method.brand().orElse(null)).bind("last4", method.last4().orElse(null))
                .bind("now", charged.askedAt()).execute());
    }

    public Optional<Charged> find(TenantId tenant, PaymentId payment) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT)
                .bind("tenant", tenant.toString()).bind("payment", payment.toString())
                .map((row, context) -> charged(row)).findOne());
    }

    /** Whether one for this is open. */
    public boolean isUnderWay(TenantId tenant, Purpose purpose) {
        return count(UNDER_WAY, tenant, purpose) > 0;
    }

    /** Whether anything for this is paid, or may still be. */
    public boolean isTaken(TenantId tenant, Purpose purpose) {
        return count(TAKEN, tenant, purpose) > 0;
    }

    /** All open payments for this, whoever began them. */
    public List<PaymentId> open(TenantId tenant, Purpose purpose) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(OPEN)
                .bind("tenant", tenant.toString()).bind("kind", purpose.kind()).bind("item", purpose.item())
                .mapTo(String.class).map(PaymentId::of).list());
    }

    private int count(String sql, TenantId tenant, Purpose purpose) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(sql)
                .bind("tenant", tenant.toString()).bind("kind", purpose.kind()).bind("item", purpose.item())
                .mapTo(Integer.class).one());
    }

    private static Charged charged(ResultSet row) throws SQLException {
        return new Charged(new PaymentMethod(row.getString("method"), row.getString("gateway"), row.getString("kind"),
                Optional.ofNullable(row.getString("brand")), Optional.ofNullable(row.getString("last4")),
                Optional.empty(), false), Columns.instant(row, "asked_at"));
    }
}
