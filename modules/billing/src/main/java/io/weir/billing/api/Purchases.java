package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import java.util.Optional;
import java.util.UUID;

/**
 * Buying. What is bought starts when its payment is settled: in the same transaction, once, with an invoice made of
 * what
 * was priced when the payment was asked for. What costs nothing with a coupon starts at once. All refuse what a coupon
 * is refused for: see {@link Coupons}.
 */
public interface Purchases {
    /**
     * Refused: {@code PLAN_NOT_FOUND} (404, retired ones too), {@code PLAN_FREE} (400), and what
     * {@link Payments#request} refuses.
     */
    Ordered plan(Caller caller, UUID plan, HowToPay how);

    /**
     * Refused: {@code EXTENSION_NOT_FOUND} (404), {@code NO_ACTIVE_SUBSCRIPTION}, {@code SUBSCRIPTION_EXPIRED} (400),
     * and what {@link Payments#request} refuses.
     */
    Ordered extension(Caller caller, UUID extension, HowToPay how);

    /** A package of credits. Refused: {@code CREDIT_PACKAGE_NOT_FOUND} (404), and what a payment is refused for. */
    Ordered creditPackage(Caller caller, UUID creditPackage, HowToPay how);

    /**
     * So many whole credits: as the package that has exactly these, with its price and bonus; else at the tenant's
     * price for one, its setting {@code credits.unit-price}. Refused: {@code VALIDATION_FAILED} (400) on {@code
     * credits_amount} when it is not 1 to 100,000, costs nothing, or is no package and the tenant has no such price;
     * and what a payment is refused for.
     */
    Ordered credits(Caller caller, long amount, HowToPay how);

    /** What an open invoice still costs. Refused: {@code INVOICE_NOT_FOUND} (404), {@code INVOICE_NOT_OPEN} (409). */
    Ordered invoice(Caller caller, UUID invoice, HowToPay how);

    /**
     * Gateway (the tenant's first when absent), where to return, and a coupon's code. {@code ticket}: of the form that
     * was filled in: sent again with the same wish it gets the payment that it has opened, as long as that is open.
     * While it is being opened: {@code ORDER_UNDER_WAY} (409).
     */
    record HowToPay(Optional<String> gateway, Payments.Return returns, Optional<String> coupon,
            Optional<UUID> ticket) {
        public HowToPay(Optional<String> gateway, Payments.Return returns) {
            this(gateway, returns, Optional.empty());
        }

        public HowToPay(Optional<String> gateway, Payments.Return returns, Optional<String> coupon) {
            this(gateway, returns, coupon, Optional.empty());
        }
    }

    /** Either what is to be paid, or the invoice of what started at once because it costs nothing. */
    record Ordered(Optional<Payment> payment, Optional<Invoice> invoice) {
        /** For who gave no coupon: then there is something to pay. */
        public Payment toPay() {
            return payment.orElseThrow(() -> new IllegalStateException("nothing is to be paid"));
        }
    }
}
