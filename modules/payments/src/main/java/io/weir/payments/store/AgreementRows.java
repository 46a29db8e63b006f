package io.weir.payments.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.AgreementPlan;
import io.weir.payments.domain.StoredAgreement;
import io.weir.payments.spi.AgreementState;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantBinding;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bound tenant's agreements, in the caller's transaction. */
@ApplicationScoped
public class AgreementRows {
    private static final String BEGIN = """
            INSERT INTO payments_agreement (tenant_id, id, gateway, reference, customer, first_payment_id,
              account_id, payer_user_id, purpose_kind, purpose_item, product, description, status,
              cancel_at_period_end, created_at, next_check_at)
            VALUES (:tenant, :id, :gateway, :reference, :customer, :payment, :account, :payer, :kind, :item, :product,
              :description, 'ACTIVE', FALSE, :at, :next)""";
    static final String COLUMNS = """
            id, gateway, reference, first_payment_id, account_id, payer_user_id, product, description, status,
              cancel_at_period_end, paid_until, changed_at, created_at""";
    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM payments_agreement WHERE tenant_id = :tenant";
    private static final String UPDATE = """
            UPDATE payments_agreement SET status = :status, cancel_at_period_end = :cancel,
              paid_until = COALESCE(:paidUntil, paid_until), product = :product, changed_at = :changedAt,
              customer = COALESCE(:customer, customer), ended_at = IF(:status = 'ENDED', COALESCE(ended_at, :at), NULL),
              next_check_at = :next, checks = 0
            WHERE tenant_id = :tenant AND id = :id""";
    private static final String MISS = """
            UPDATE payments_agreement SET missed_charge = :charge
            WHERE tenant_id = :tenant AND id = :id AND (missed_charge IS NULL OR missed_charge <> :charge)""";

    @Inject
    Database database;
    @Inject
    Time time;

    /** @return false when it is known already */
    public boolean begin(TenantId tenant, Payment payment, AgreementState begun, String product) {
        return database.inTransaction().withHandle(handle -> TakenKey.isFree(handle.createUpdate(BEGIN)
                .bind("tenant", tenant.toString()).bind("id", Ids.next().toString()).bind("gateway", payment.gateway())
                .bind("reference", begun.reference()).bind("customer", begun.customer().orElse(null))
                .bind("payment", payment.id().toString()).bind("account", payment.account().toString())
                .bind("payer", payment.payer().toString()).bind("kind", payment.purpose().kind())
                .bind("item", payment.purpose().item()).bind("product", product)
                .bind("description", payment.description()).bind("at", time.now(tenant))
                .bind("next", AgreementPlan.first(time.now(tenant)))));
    }

    /** Locked until the transaction ends. */
    public Optional<StoredAgreement> lock(String gateway, String reference) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND gateway = :gateway AND reference = :reference FOR UPDATE").bind("tenant", tenant())
                .bind("gateway", gateway).bind("reference", reference).map((row, context) -> read(row)).findOne());
    }

    public Optional<StoredAgreement> find(UUID id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("tenant", tenant()).bind("id", id.toString()).map((row, context) -> read(row)).findOne());
    }

    /** The one that was charged for a renewal's payment. */
    public Optional<StoredAgreement> ofRenewal(PaymentId payment) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT
                + " AND id = (SELECT agreement_id FROM payments_payment WHERE tenant_id = :tenant AND id = :payment)")
                .bind("tenant", tenant()).bind("payment", payment.toString()).map((row, context) -> read(row))
                .findOne());
    }

    /** Newest first. */
    public List<StoredAgreement> of(AccountId account) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND account_id = :account ORDER BY created_at DESC, id DESC").bind("tenant", tenant())
                .bind("account", account.toString()).map((row, context) -> read(row)).list());
    }

    /** The longest first. */
    public List<StoredAgreement> pastDue(int most) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND status = 'PAST_DUE' ORDER BY paid_until, id LIMIT :most").bind("tenant", tenant())
                .bind("most", most).map((row, context) -> read(row)).list());
    }

    public Optional<PaymentId> firstPayment(String gateway, String reference) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(
                SELECT + " AND gateway = :gateway AND reference = :reference").bind("tenant", tenant())
                .bind("gateway", gateway).bind("reference", reference).map((row, context) -> read(row)).findOne())
                .map(found -> found.agreement().firstPayment());
    }

    /** Whatever is news of it puts the time on at which it is asked about. */
    public void update(StoredAgreement agreement, Optional<String> customer) {
        var now = agreement.agreement();
        var at = time.now(TenantBinding.require());
        database.inTransaction().useHandle(handle -> handle.createUpdate(UPDATE).bind("tenant", tenant())
                .bind("id", now.id().toString()).bind("status", now.status().name())
                .bind("cancel", now.cancelAtPeriodEnd()).bind("paidUntil", now.paidUntil().orElse(null))
                .bind("product", now.product()).bind("changedAt", agreement.changedAt().orElse(null))
                .bind("customer", customer.orElse(null)).bind("at", at)
                .bind("next", AgreementPlan.next(now, 0, at).orElse(null)).execute());
    }

    /** The newest charge that failed. @return false when that was known of this one */
    public boolean miss(StoredAgreement agreement, String charge) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(MISS).bind("tenant", tenant())
                .bind("id", agreement.agreement().id().toString()).bind("charge", charge).execute()) == 1;
    }

    private static String tenant() {
        return TenantBinding.require().toString();
    }

    static StoredAgreement read(ResultSet row) throws SQLException {
        var agreement = new Agreement(UUID.fromString(row.getString("id")), row.getString("gateway"),
                row.getString("reference"), AccountId.of(row.getString("account_id")),
                PaymentId.of(row.getString("first_payment_id")), row.getString("product"),
                Agreement.Status.valueOf(row.getString("status")), row.getBoolean("cancel_at_period_end"),
                Columns.optionalInstant(row, "paid_until"), Columns.instant(row, "created_at"));
        return new StoredAgreement(agreement, UserId.of(row.getString("payer_user_id")),
                row.getString("description"), changedAt(row));
    }

    private static Optional<Instant> changedAt(ResultSet row) throws SQLException {
        return Columns.optionalInstant(row, "changed_at");
    }
}
