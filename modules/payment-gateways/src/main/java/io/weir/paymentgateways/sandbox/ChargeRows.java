package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.paymentgateways.sandbox.SandboxRefund.Later;
import io.weir.paymentgateways.sandbox.SandboxRefund.Wish;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Money that the sandbox took and gave back, in the caller's transaction. */
@ApplicationScoped
public class ChargeRows {
    private static final String INSERT = """
            INSERT INTO sandbox_charge (tenant_id, reference, amount, currency, script, charged_at)
            VALUES (:tenant, :reference, :amount, :currency, :script, :now)""";
    /** The first charge's reference, an underscore and a number; what comes after that in ASCII is a grave accent. */
    private static final String OF_AGREEMENT = """
            SELECT reference, amount, currency, script FROM sandbox_charge
            WHERE tenant_id = :tenant AND reference > :from AND reference < :before AND charged_at >= :since
            ORDER BY charged_at, LENGTH(reference), reference""";
    private static final String LOCK = """
            SELECT reference, amount, currency, script FROM sandbox_charge
            WHERE tenant_id = :tenant AND reference = :reference FOR UPDATE""";
    private static final String GIVEN_BACK = """
            SELECT COALESCE(SUM(amount), 0) FROM sandbox_refund
            WHERE tenant_id = :tenant AND charge = :reference AND status <> 'FAILED'""";
    private static final String REFUND = """
            SELECT r.tenant_id, r.refund_key, r.reference AS refund_reference, r.amount AS refund_amount, r.currency,
              r.status, r.words, r.becomes, r.due_at, c.reference, c.amount, c.script
            FROM sandbox_refund r JOIN sandbox_charge c ON c.tenant_id = r.tenant_id AND c.reference = r.charge""";
    private static final String ADD_REFUND = """
            INSERT INTO sandbox_refund (tenant_id, refund_key, reference, charge, amount, currency, status, words,
              becomes, due_at, asked_at)
            VALUES (:tenant, :key, :reference, :charge, :amount, :currency, :status, :words, :becomes, :dueAt, :now)""";
    private static final String DECIDE = """
            UPDATE sandbox_refund SET status = :status, words = :words, becomes = NULL, due_at = NULL
            WHERE tenant_id = :tenant AND refund_key = :key""";

    @Inject
    Database database;

    public void add(TenantId tenant, Charge charge, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant)
                .bind("reference", charge.reference()).bind("amount", charge.amount().minor())
                .bind("currency", charge.amount().currency().getCurrencyCode())
                .bind("script", charge.script().text()).bind("now", now).execute());
    }

    /** What an agreement was charged after its first payment, oldest first. */
    public List<Charge> ofAgreement(TenantId tenant, String first, Instant since) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(OF_AGREEMENT).bind("tenant", tenant)
                .bind("from", first + "_").bind("before", first + "`").bind("since", since)
                .map((row, context) -> charge(row)).list());
    }

    /** Locked until the transaction ends, so that two refunds of it are never more than it was. */
    public Optional<Charge> lock(TenantId tenant, String reference) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(LOCK).bind("tenant", tenant)
                .bind("reference", reference).map((row, context) -> charge(row)).findOne());
    }

    /** What was given back of a charge, or is about to be. */
    public Money givenBack(TenantId tenant, Charge charge) {
        return new Money(database.inTransaction().withHandle(handle -> handle.createQuery(GIVEN_BACK)
                .bind("tenant", tenant).bind("reference", charge.reference()).mapTo(Long.class).one()),
                charge.amount().currency());
    }

    public Optional<SandboxRefund> refund(TenantId tenant, String key) {
        return database.inTransaction().withHandle(handle -> one(handle.createQuery(REFUND
                + " WHERE r.tenant_id = :tenant AND r.refund_key = :key").bind("tenant", tenant).bind("key", key)));
    }

    /** A pending refund whose time has come by the tenant's clock; locked until the transaction ends. */
    public Optional<SandboxRefund> lockDue(TenantId tenant, Instant tenantNow) {
        return database.inTransaction().withHandle(handle -> one(handle.createQuery(REFUND
                + " WHERE r.tenant_id = :tenant AND r.due_at <= :now ORDER BY r.due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .bind("tenant", tenant).bind("now", tenantNow)));
    }

    public void add(SandboxRefund refund, Instant now) {
        var wish = refund.wish();
        database.inTransaction().useHandle(handle -> handle.createUpdate(ADD_REFUND).bind("tenant", refund.tenant())
                .bind("key", wish.key()).bind("reference", wish.reference()).bind("charge", wish.charge().reference())
                .bind("amount", wish.amount().minor()).bind("currency", wish.amount().currency().getCurrencyCode())
                .bind("status", refund.outcome().name()).bind("words", refund.words().orElse(null))
                .bind("becomes", refund.later().map(later -> later.outcome().name()).orElse(null))
                .bind("dueAt", refund.later().map(Later::at).orElse(null)).bind("now", now).execute());
    }

    public void decide(SandboxRefund refund) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(DECIDE).bind("tenant", refund.tenant())
                .bind("key", refund.wish().key()).bind("status", refund.outcome().name())
                .bind("words", refund.words().orElse(null)).execute());
    }

    private static Optional<SandboxRefund> one(Query query) {
        return query.map((row, context) -> refund(row)).findOne();
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(row.getString("reference"), Columns.money(row, "amount"),
                Script.of(row.getString("script")));
    }

    private static SandboxRefund refund(ResultSet row) throws SQLException {
        var wish = new Wish(row.getString("refund_key"), row.getString("refund_reference"), charge(row),
                Columns.money(row, "refund_amount"));
        var becomes = Columns.text(row, "becomes").map(Outcome::valueOf);
        var later = becomes.isEmpty() ? Optional.<Later>empty()
                : Optional.of(new Later(becomes.get(), Columns.instant(row, "due_at")));
        return new SandboxRefund(TenantId.of(row.getString("tenant_id")), wish,
                Outcome.valueOf(row.getString("status")), Columns.text(row, "words"), later);
    }
}
