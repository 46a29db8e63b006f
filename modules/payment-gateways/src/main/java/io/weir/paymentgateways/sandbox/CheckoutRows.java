package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The sandbox's checkouts, in the caller's transaction. */
@ApplicationScoped
public class CheckoutRows {
    private static final String INSERT = """
            INSERT IGNORE INTO sandbox_checkout (tenant_id, id, order_code, account_id, amount, currency, name,
              recurring, status, script, expires_at, created_at)
            VALUES (:tenant, :id, :orderCode, :account, :amount, :currency, :name, :recurring, 'OPEN', :script,
              :expiresAt, :now)""";
    private static final String SELECT = """
            SELECT tenant_id, id, order_code, account_id, amount, currency, name, recurring, status, card, words,
              script, expires_at
            FROM sandbox_checkout WHERE tenant_id = :tenant AND id = :id""";
    private static final String UPDATE = """
            UPDATE sandbox_checkout SET status = :status, card = :card, words = :words, script = :script,
              decided_at = IF(:status IN ('OPEN', 'PROCESSING'), NULL, COALESCE(decided_at, :now))
            WHERE tenant_id = :tenant AND id = :id""";

    @Inject
    Database database;

    /** Quiet when it is there. */
    public void add(HeldCheckout checkout, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", checkout.tenant())
                .bind("id", checkout.id().value()).bind("orderCode", checkout.orderCode())
                .bind("account", checkout.account()).bind("amount", checkout.amount().minor())
                .bind("currency", checkout.amount().currency().getCurrencyCode()).bind("name", checkout.name())
                .bind("recurring", checkout.recurring().map(Terms::write).orElse(null))
                .bind("script", checkout.script().text()).bind("expiresAt", checkout.expiresAt()).bind("now", now)
                .execute());
    }

    public Optional<HeldCheckout> find(TenantId tenant, PaymentId id) {
        return query(SELECT, tenant, id);
    }

    /** Locked until the transaction ends. */
    public Optional<HeldCheckout> lock(TenantId tenant, PaymentId id) {
        return query(SELECT + " FOR UPDATE", tenant, id);
    }

    public void update(HeldCheckout checkout, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(UPDATE).bind("tenant", checkout.tenant())
                .bind("id", checkout.id().value()).bind("status", checkout.status().name())
                .bind("card", checkout.card().map(Enum::name).orElse(null))
                .bind("words", checkout.words().orElse(null)).bind("script", checkout.script().text())
                .bind("now", now).execute());
    }

    private Optional<HeldCheckout> query(String sql, TenantId tenant, PaymentId id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(sql).bind("tenant", tenant)
                .bind("id", id.value()).map((row, context) -> read(row)).findOne());
    }

    private static HeldCheckout read(ResultSet row) throws SQLException {
        return new HeldCheckout(TenantId.of(row.getString("tenant_id")), PaymentId.of(row.getString("id")),
                row.getLong("order_code"), AccountId.of(row.getString("account_id")), Columns.money(row, "amount"),
                row.getString("name"), Columns.text(row, "recurring").map(Terms::read),
                CheckoutStatus.valueOf(row.getString("status")), Columns.text(row, "card").map(TestCard::valueOf),
                Columns.text(row, "words"), Script.of(row.getString("script")), Columns.instant(row, "expires_at"));
    }
}
