package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The sandbox's agreements, in the caller's transaction. */
@ApplicationScoped
public class AgreementRows {
    private static final String INSERT = """
            INSERT INTO sandbox_agreement (tenant_id, reference, checkout_id, order_code, account_id, card, recurring,
              name, amount, currency, status, cancel_at_period_end, anchor_at, periods, paid_until, charges, failures,
              due_at, script, changed_at)
            VALUES (:tenant, :reference, :checkout, :orderCode, :account, :card, :recurring, :name, :amount, :currency,
              :status, :cancel, :anchor, :periods, :paidUntil, :charges, :failures, :due, :script, :changedAt)""";
    private static final String SELECT = """
            SELECT tenant_id, reference, checkout_id, order_code, account_id, card, recurring, name, amount, currency,
              next_recurring, next_name, next_amount, change_key, status, cancel_at_period_end, anchor_at, periods,
              paid_until, charges, failures, due_at, script, changed_at
            FROM sandbox_agreement WHERE tenant_id = :tenant""";
    private static final String UPDATE = """
            UPDATE sandbox_agreement SET card = :card, recurring = :recurring, name = :name, amount = :amount,
              next_recurring = :nextRecurring, next_name = :nextName, next_amount = :nextAmount,
              change_key = :changeKey, status = :status, cancel_at_period_end = :cancel, anchor_at = :anchor,
              periods = :periods, paid_until = :paidUntil, charges = :charges, failures = :failures, due_at = :due,
              script = :script, changed_at = :changedAt
            WHERE tenant_id = :tenant AND reference = :reference""";

    @Inject
    Database database;

    public void add(SandboxAgreement agreement) {
        database.inTransaction().useHandle(handle -> bind(handle.createUpdate(INSERT), agreement)
                .bind("checkout", agreement.origin().checkout().value())
                .bind("orderCode", agreement.origin().orderCode()).bind("account", agreement.origin().account())
                .bind("currency", agreement.terms().price().currency().getCurrencyCode()).execute());
    }

    public Optional<SandboxAgreement> find(TenantId tenant, String reference) {
        return find(tenant, reference, "");
    }

    /** Locked until the transaction ends. */
    public Optional<SandboxAgreement> lock(TenantId tenant, String reference) {
        return find(tenant, reference, " FOR UPDATE");
    }

    /** One whose time has come, and that nobody else works on; locked until the transaction ends. */
    public Optional<SandboxAgreement> lockDue(TenantId tenant, Instant tenantNow) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND due_at <= :now ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED").bind("tenant", tenant)
                .bind("now", tenantNow).map((row, context) -> read(row)).findOne());
    }

    /** Newest first. */
    public List<SandboxAgreement> of(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND account_id = :account ORDER BY reference DESC").bind("tenant", tenant)
                .bind("account", account).map((row, context) -> read(row)).list());
    }

    public void update(SandboxAgreement agreement) {
        var next = agreement.next();
        database.inTransaction().useHandle(handle -> bind(handle.createUpdate(UPDATE), agreement)
                .bind("nextRecurring", next.map(Terms::recurring).map(Terms::write).orElse(null))
                .bind("nextName", next.map(Terms::name).orElse(null))
                .bind("nextAmount", next.map(terms -> terms.price().minor()).orElse(null))
                .bind("changeKey", agreement.changeKey().orElse(null)).execute());
    }

    private Optional<SandboxAgreement> find(TenantId tenant, String reference, String locking) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND reference = :reference" + locking).bind("tenant", tenant).bind("reference", reference)
                .map((row, context) -> read(row)).findOne());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, SandboxAgreement agreement) {
        var course = agreement.course();
        return statement.bind("tenant", agreement.tenant()).bind("reference", agreement.reference())
                .bind("card", agreement.card().name()).bind("recurring", Terms.write(agreement.terms().recurring()))
                .bind("name", agreement.terms().name()).bind("amount", agreement.terms().price().minor())
                .bind("status", course.status().name()).bind("cancel", course.cancelAtPeriodEnd())
                .bind("anchor", course.anchor()).bind("periods", course.periods())
                .bind("paidUntil", course.paidUntil()).bind("charges", course.charges())
                .bind("failures", course.failures()).bind("due", course.due().orElse(null))
                .bind("script", agreement.script().text()).bind("changedAt", course.changedAt());
    }

    private static SandboxAgreement read(ResultSet row) throws SQLException {
        var origin = new SandboxAgreement.Origin(PaymentId.of(row.getString("checkout_id")),
                row.getLong("order_code"), AccountId.of(row.getString("account_id")));
        var terms = new Terms(Terms.read(row.getString("recurring")), row.getString("name"),
                Columns.money(row, "amount"));
        return new SandboxAgreement(TenantId.of(row.getString("tenant_id")), row.getString("reference"), origin,
                TestCard.valueOf(row.getString("card")), terms, next(row, terms.price()),
                Columns.text(row, "change_key"), course(row), Script.of(row.getString("script")));
    }

    private static Optional<Terms> next(ResultSet row, Money price) throws SQLException {
        var recurring = Columns.text(row, "next_recurring");
        return recurring.isEmpty() ? Optional.empty() : Optional.of(new Terms(Terms.read(recurring.get()),
                row.getString("next_name"), new Money(row.getLong("next_amount"), price.currency())));
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(Status.valueOf(row.getString("status")), row.getBoolean("cancel_at_period_end"),
                Columns.instant(row, "anchor_at"), row.getInt("periods"), Columns.instant(row, "paid_until"),
                row.getInt("charges"), row.getInt("failures"), Columns.optionalInstant(row, "due_at"),
                Columns.instant(row, "changed_at"));
    }
}
