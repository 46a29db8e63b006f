package io.weir.payments.api;

import io.weir.kernel.api.Money;
import java.util.Map;
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
     * Writes the outcome down in the sandbox's books and sends the notices of it to this same server over HTTP: call it
     * from a managed thread, not from one of the request threads that have to answer it. Those that leave at once have
     * been answered when this returns (5 s each at most); one that was not taken is sent again later. Answers where
     * the browser goes next: the return or cancel URL with {@code orderCode} and {@code status}, or the portal's
     * billing page with the same; after {@code requires_authentication} the checkout page again with {@code
     * ?step=confirm}. Refused: {@code PAYMENT_NOT_FOUND}, {@code PAYMENT_DECIDED} (409), {@code OUTCOME_UNKNOWN},
     * {@code VALIDATION_FAILED} (400) for a script that is none.
     *
     * @param outcome succeed, decline, insufficient_funds, requires_authentication, fails_on_renewal or cancel
     * @param script how it is told, where it differs from the tenant's: {@code delay} (seconds), {@code duplicates},
     *     {@code reorder}, {@code lost}, {@code bad_signature} (on, off), {@code amount_off} (minor units), {@code
     *     refunds} (completed, pending, refused, failing)
     */
    String finish(PaymentId payment, String outcome, Map<String, String> script);

    /** What the page shows; {@code script}: where it is not the usual one. */
    record SandboxCheckout(PaymentId payment, long orderCode, String tenantSlug, String tenantName, String description,
                           Money amount, PaymentStatus status, Optional<String> returnUrl, Optional<String> cancelUrl,
                           Map<String, String> script) {
    }
}
