package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import java.util.Optional;
import java.util.UUID;

/** Buying. What is bought starts when its payment is settled: in the same transaction, once, with an invoice. */
public interface Purchases {
    /**
     * Refused: {@code PLAN_NOT_FOUND} (404, retired ones too), {@code PLAN_FREE} (400), and what
     * {@link Payments#request} refuses.
     */
    Payment plan(Caller caller, UUID plan, HowToPay how);

    /**
     * Refused: {@code EXTENSION_NOT_FOUND} (404), {@code NO_ACTIVE_SUBSCRIPTION}, {@code SUBSCRIPTION_EXPIRED} (400),
     * and what {@link Payments#request} refuses.
     */
    Payment extension(Caller caller, UUID extension, HowToPay how);

    /** Gateway (the tenant's first when absent) and where to return. */
    record HowToPay(Optional<String> gateway, Payments.Return returns) {
    }
}
