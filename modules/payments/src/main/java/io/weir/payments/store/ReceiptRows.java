package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.Receipt;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Money that came, each once, in the caller's transaction. */
@ApplicationScoped
public class ReceiptRows {
    private static final String BY_HAND = """
            SELECT 1 FROM payments_receipt
            WHERE tenant_id = :tenant AND payment_id = :payment AND source IN ('approval', 'evidence') LIMIT 1""";
    private static final String INSERT = """
            INSERT INTO payments_receipt (tenant_id, id, payment_id, amount, currency, source, reference, received_at)
            VALUES (:tenant, :id, :payment, :amount, :currency, :source, :reference, :at)""";

    @Inject
    Database database;
    @Inject
    Time time;

    /** @return the id of the new row; empty when this money is known */
    public Optional<String> add(TenantId tenant, PaymentId payment, Receipt receipt) {
        var id = Ids.next().toString();
        return database.inTransaction().withHandle(handle -> {
            try (var insert = handle.createUpdate(INSERT)) {
                insert.bind("tenant", tenant.toString()).bind("id", id)
                        .bind("payment", payment.toString()).bind("amount", receipt.amount().minor())
                        .bind("currency", receipt.amount().currency().getCurrencyCode())
                        .bind("source", receipt.source()).bind("reference", receipt.reference())
                        .bind("at", time.now(tenant)).execute();
                return Optional.of(id);
            } catch (UnableToExecuteStatementException e) {
                if (TakenKey.isCauseOf(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Whether a person has said of some of this payment's money that it came. */
    public boolean isByHand(TenantId tenant, PaymentId payment) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(BY_HAND)
                .bind("tenant", tenant.toString()).bind("payment", payment.toString()).mapTo(Integer.class).findOne()
                .isPresent());
    }
}
