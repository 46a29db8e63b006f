package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.domain.OrderCodes;
import io.weir.payments.domain.References;
import io.weir.platform.api.Database;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
              return_url, cancel_url, recurring_product, recurring_unit, recurring_count, renewal_charge, agreement_id,
              next_check_at, keeps_method, created_at, version)
            VALUES (:tenant, :id, :orderCode, :account, :payer, :amount, :currency,
              :description, 'PENDING', :kind, :item, :gateway, :reference, :reference,
              :returnUrl, :cancelUrl, :product, :unit, :count, :charge, :agreement, :nextCheckAt, :keeps,
              :createdAt, 1)""";
    private static final String CHARGED = """
            SELECT 1 FROM payments_payment
            WHERE tenant_id = :tenant AND gateway = :gateway AND renewal_charge = :charge""";
    /** A row that is never opened was left behind by a crash, and is looked at then. */
    private static final Duration OPENED_WITHIN = Duration.ofMinutes(2);

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
        return insert(tenant, new Draft(order, gateway, Optional.empty(), Optional.empty()));
    }

    /**
     * A payment that a gateway has taken by itself. The caller holds what belongs to the charge locked, so that asking
     * first is enough; the unique key is the second word.
     *
     * @return empty when this charge is a payment already
     */
    public Optional<PaymentId> insertRenewal(TenantId tenant, Payments.Order order, Agreement agreement,
            String charge) {
        var gateway = agreement.gateway();
        return isCharged(tenant, gateway, charge) ? Optional.empty() : Optional.of(insert(tenant,
                new Draft(order, gateway, Optional.of(charge), Optional.of(agreement.id()))));
    }

    /** Whether this charge of an agreement is a payment already. */
    public boolean isCharged(TenantId tenant, String gateway, String charge) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(CHARGED)
                .bind("tenant", tenant.toString()).bind("gateway", gateway).bind("charge", charge)
                .mapTo(Integer.class).findOne().isPresent());
    }

    private PaymentId insert(TenantId tenant, Draft draft) {
        var id = draft.order().id();
        database.inTransaction().useHandle(handle -> {
            for (int tried = 1; !tryInsert(handle, tenant, id, draft); tried++) {
                if (tried == TRIES) {
                    throw new IllegalStateException("no free order code or reference in " + TRIES + " tries");
                }
            }
        });
        return id;
    }

    private boolean tryInsert(Handle handle, TenantId tenant, PaymentId id, Draft draft) {
        var order = draft.order();
        try (var insert = handle.createUpdate(INSERT)) {
            insert.bind("tenant", tenant.toString()).bind("id", id.toString())
                    .bind("orderCode", orderCodes.draw(time.now())).bind("reference", references.draw())
                    .bind("account", order.account().toString()).bind("payer", order.payer().toString())
                    .bind("amount", order.amount().minor())
                    .bind("currency", order.amount().currency().getCurrencyCode())
                    .bind("description", order.description()).bind("gateway", draft.gateway())
                    .bind("kind", order.purpose().kind()).bind("item", order.purpose().item())
                    .bind("returnUrl", order.returns().returnUrl().orElse(null))
                    .bind("cancelUrl", order.returns().cancelUrl().orElse(null))
                    .bind("product", order.recurring().map(Recurring::product).orElse(null))
                    .bind("unit", order.recurring().map(recurring -> recurring.unit().name()).orElse(null))
                    .bind("count", order.recurring().map(Recurring::count).orElse(null))
                    .bind("charge", draft.charge().orElse(null))
                    .bind("agreement", draft.agreement().map(UUID::toString).orElse(null))
                    .bind("nextCheckAt", time.now().plus(OPENED_WITHIN))
                    .bind("keeps", order.keepsMethod()).bind("createdAt", time.now(tenant)).execute();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (TakenKey.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    private record Draft(Payments.Order order, String gateway, Optional<String> charge, Optional<UUID> agreement) {
    }
}
