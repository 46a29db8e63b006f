package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.Receipt;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Money that came, each once, in the caller's transaction. */
@ApplicationScoped
public class ReceiptRows {
    private static final String INSERT = """
            INSERT INTO payments_receipt (tenant_id, id, payment_id, amount, currency, source, reference, received_at)
            VALUES (:tenant, :id, :payment, :amount, :currency, :source, :reference, :at)""";

    @Inject
    Database database;
    @Inject
    Time time;

    /** @return whether it is new */
    public boolean add(TenantId tenant, PaymentId payment, Receipt receipt) {
        return database.inTransaction().withHandle(handle -> {
            try (var insert = handle.createUpdate(INSERT)) {
                insert.bind("tenant", tenant.toString()).bind("id", Ids.next().toString())
                        .bind("payment", payment.toString()).bind("amount", receipt.amount().minor())
                        .bind("currency", receipt.amount().currency().getCurrencyCode())
                        .bind("source", receipt.source()).bind("reference", receipt.reference())
                        .bind("at", time.now(tenant)).execute();
                return true;
            } catch (UnableToExecuteStatementException e) {
                if (TakenKey.isCauseOf(e)) {
                    return false;
                }
                throw e;
            }
        });
    }
}
