package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.domain.OrderCodes;
import io.weir.payments.domain.References;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Inserts pending payments by plain SQL, because only there a taken order code or reference can be drawn again: the
 * ORM would give up the caller's whole transaction.
 */
@ApplicationScoped
public class NewPayments {
    private static final int TRIES = 10;
    private static final String INSERT = """
            INSERT INTO payments_payment (tenant_id, id, order_code, account_id, payer_user_id, amount, currency,
              description, status, purpose_kind, purpose_item, gateway, reference, open_reference,
              return_url, cancel_url, created_at, version)
            VALUES (:tenant, :id, :orderCode, :account, :payer, :amount, :currency,
              :description, 'PENDING', :kind, :item, :gateway, :reference, :reference,
              :returnUrl, :cancelUrl, :createdAt, 1)""";

    @Inject
    Database database;
    @Inject
    Time time;
    private final OrderCodes orderCodes;
    private final References references;

    public NewPayments() {
        var random = new SecureRandom();
        orderCodes = new OrderCodes(random);
        references = new References(random);
    }

    /** @param gateway the name of the gateway that was chosen for the order */
    public PaymentId insert(TenantId tenant, Payments.Order order, String gateway) {
        var id = new PaymentId(Ids.next());
        database.inTransaction().useHandle(handle -> {
            for (int tried = 1; !tryInsert(handle, tenant, id, order, gateway); tried++) {
                if (tried == TRIES) {
                    throw new IllegalStateException("no free order code or reference in " + TRIES + " tries");
                }
            }
        });
        return id;
    }

    private boolean tryInsert(Handle handle, TenantId tenant, PaymentId id, Payments.Order order, String gateway) {
        try (var insert = handle.createUpdate(INSERT)) {
            insert.bind("tenant", tenant.toString()).bind("id", id.toString())
                    .bind("orderCode", orderCodes.draw(time.now())).bind("reference", references.draw())
                    .bind("account", order.account().toString()).bind("payer", order.payer().toString())
                    .bind("amount", order.amount().minor())
                    .bind("currency", order.amount().currency().getCurrencyCode())
                    .bind("description", order.description()).bind("gateway", gateway)
                    .bind("kind", order.purpose().kind()).bind("item", order.purpose().item())
                    .bind("returnUrl", order.returns().returnUrl().orElse(null))
                    .bind("cancelUrl", order.returns().cancelUrl().orElse(null))
                    .bind("createdAt", time.now(tenant)).execute();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (TakenKey.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }
}
