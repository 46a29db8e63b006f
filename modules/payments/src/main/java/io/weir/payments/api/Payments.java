package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Ids;
import java.util.List;
import java.util.Optional;

/** Payments of a tenant's customers. Another account's payment is {@code PAYMENT_NOT_FOUND}. */
public interface Payments {
    /**
     * Opens a payment at the gateway. Refused: {@code GATEWAY_UNKNOWN} (400) when the tenant does not have it, {@code
     * RETURN_URL_NOT_ALLOWED} (400), {@code PAYMENT_UNDER_WAY} (409) while a kept card is being charged for the same,
     * {@code GATEWAY_FAILED} (502); then nothing is kept.
     */
    Payment request(TenantId tenant, Order order);

    Payment payment(TenantId tenant, PaymentId payment);

    Payment ofAccount(TenantId tenant, AccountId account, PaymentId payment);

    Payment byOrderCode(TenantId tenant, AccountId account, long orderCode);

    /**
     * The payment as its gateway sees it now: an open one is asked about there first, where that is possible. A
     * gateway that does not answer leaves it as it is known.
     */
    Payment refreshed(TenantId tenant, AccountId account, long orderCode);

    /** Newest first. */
    Page<Payment> history(TenantId tenant, AccountId account, Page.Request page);

    /** All of the tenant's, newest first; only of that status when one is given. */
    Page<Payment> all(TenantId tenant, Optional<PaymentStatus> status, Page.Request page);

    /**
     * The payer gives an open payment up. Refused: {@code PAYMENT_DECIDED} (409), {@code PAYMENT_UNDER_WAY} (409) for
     * what is being charged to a kept card.
     */
    Payment cancel(TenantId tenant, AccountId account, PaymentId payment);

    /** Names of the gateways that the tenant offers, its preferred one first. */
    List<String> gateways(TenantId tenant);

    /**
     * What is to be paid. {@code gateway} absent: the tenant's first. URLs must be of the tenant's allowed origins, or
     * of this server. {@code recurring}: gateways that can are asked to go on charging. {@code id}: what the payment is
     * to be called, for whoever writes down what it is for before it may be settled; one of its own for each order.
     * {@code keepsMethod}: gateways that can keep what is paid with, for invoices that come later.
     */
    record Order(AccountId account, UserId payer, Money amount, String description, Payment.Purpose purpose,
            Optional<String> gateway, Return returns, Optional<Recurring> recurring, PaymentId id,
            boolean keepsMethod) {
        /** One after which nothing is kept. */
        public Order(AccountId account, UserId payer, Money amount, String description, Payment.Purpose purpose,
                Optional<String> gateway, Return returns, Optional<Recurring> recurring, PaymentId id) {
            this(account, payer, amount, description, purpose, gateway, returns, recurring, id, false);
        }

        /** One that nobody has to know beforehand. */
        public Order(AccountId account, UserId payer, Money amount, String description, Payment.Purpose purpose,
                Optional<String> gateway, Return returns, Optional<Recurring> recurring) {
            this(account, payer, amount, description, purpose, gateway, returns, recurring,
                    new PaymentId(Ids.next()));
        }
    }

    /** Where the payer's browser goes afterwards. */
    record Return(Optional<String> returnUrl, Optional<String> cancelUrl) {
        public static final Return NOWHERE = new Return(Optional.empty(), Optional.empty());
    }
}
