package io.weir.payments.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;

/**
 * An administrator's decision on a manual payment. Both refuse: {@code PAYMENT_NOT_FOUND} (404), {@code
 * PAYMENT_DECIDED} (409), {@code OWN_PAYMENT} (403)
 * for the payer, {@code NOT_MANUAL} (409) for a payment that a gateway will decide. Audited.
 */
public interface Approvals {
    /** Open manual payments, oldest first. */
    Page<Payment> queue(TenantId tenant, Page.Request page);

    /**
     * Completes the payment and fires {@link PaymentSettled} together: the money is there, so what was bought starts.
     */
    Payment approve(TenantId tenant, PaymentId payment, UserId approver, String note);

    Payment reject(TenantId tenant, PaymentId payment, UserId approver, String note);
}
