package io.weir.payments.api;

import io.weir.kernel.api.Money;
import java.util.Optional;

/**
 * The checkout page of the sandbox gateway, at {@code /sandbox/checkout/{id}}: open to whoever has the link, as a real
 * gateway's is. What is chosen there comes back as a signed notice over HTTP, and takes effect when that notice is
 * applied.
 */
public interface SandboxCheckouts {
    /** Refused: {@code PAYMENT_NOT_FOUND} for anything but a sandbox payment. */
    SandboxCheckout checkout(PaymentId payment);

    /**
     * Sends the notice to this same server over HTTP and waits for its answer, 5 s at most: call it from a managed
     * thread, not from one of the request threads that have to answer it. Answers where the browser goes next: the
     * return or cancel URL with {@code orderCode} and {@code status}, or the portal's billing page with the same;
     * after {@code requires_authentication} the checkout page again with {@code ?step=confirm}. Refused: {@code
     * PAYMENT_NOT_FOUND}, {@code PAYMENT_DECIDED} (409), {@code OUTCOME_UNKNOWN} (400), {@code GATEWAY_FAILED} (502).
     *
     * @param outcome succeed, decline, insufficient_funds, requires_authentication or cancel
     */
    String finish(PaymentId payment, String outcome);

    /** What the page shows. */
    record SandboxCheckout(PaymentId payment, long orderCode, String tenantSlug, String tenantName, String description,
                           Money amount, PaymentStatus status, Optional<String> returnUrl, Optional<String> cancelUrl) {
    }
}
