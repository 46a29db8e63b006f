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

    /** A package of credits. Refused: {@code CREDIT_PACKAGE_NOT_FOUND} (404), and what a payment is refused for. */
    Payment creditPackage(Caller caller, UUID creditPackage, HowToPay how);

    /**
     * So many whole credits: as the package that has exactly these, with its price and bonus; else at the tenant's
     * price for one, its setting {@code credits.unit-price}. Refused: {@code VALIDATION_FAILED} (400) on {@code
     * credits_amount} when it is not 1 to 100,000, costs nothing, or is no package and the tenant has no such price;
     * and what a payment is refused for.
     */
    Payment credits(Caller caller, long amount, HowToPay how);

    /** Gateway (the tenant's first when absent) and where to return. */
    record HowToPay(Optional<String> gateway, Payments.Return returns) {
    }
}
