package io.weir.payments.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Giving money back, in whole or in parts: through the gateway that took it, or recorded as sent by hand. What was
 * bought is taken back when the money is back, in the same transaction ({@link PaymentRefunded}). Audited.
 */
public interface PaymentRefunds {
    /**
     * The wish is written down, then the gateway is asked, outside any transaction. What it says is an answer, also
     * when it says no; one that does not answer leaves the refund asked, and it is asked again under the same key. By
     * hand, and where the gateway cannot give back, it is completed at once. Where all that goes back is above the
     * tenant's {@code payments.four-eyes-above} it takes two people. Refused: {@code PAYMENT_NOT_FOUND} (404),
     * {@code OWN_PAYMENT} (403) for the payer, {@code PAYMENT_NOT_REFUNDABLE} (409) for one that has not completed,
     * {@code REFUND_TOO_MUCH} (409) above what is neither back nor on its way, {@code SEEN_CHANGED}, {@code
     * SAME_AGAIN}, {@code DECISION_WAITS} (409), {@code AMOUNT_NOT_POSITIVE}, {@code CURRENCY_MISMATCH}, and {@code
     * VALIDATION_FAILED} on {@code reason} (400).
     */
    Given refund(TenantId tenant, PaymentId payment, Wish wish);

    /** Oldest first. */
    List<Refund> of(TenantId tenant, PaymentId payment);

    /** How many each has, in whatever state; payments without any are left out. */
    Map<PaymentId, Integer> counts(TenantId tenant, Collection<PaymentId> payments);

    /** All of the tenant's, newest first; only of that status when one is given. */
    Page<Refund> all(TenantId tenant, Optional<Refund.Status> status, Page.Request page);

    /**
     * Closes one that no gateway will answer any more, and frees its amount: a person has looked there. Should money
     * go back after all, its notice is recorded on its own. Refused: {@code REFUND_NOT_FOUND} (404), {@code
     * REFUND_DECIDED} (409).
     */
    Refund giveUp(TenantId tenant, UUID refund, String note);

    /**
     * Asks again for those that were not answered, of all tenants. Run by a job, on any node.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int retryDue(int most);

    /**
     * Asks how those stand that are pending, of all tenants: their notices may be lost. Run by a job, on any node.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int askDue(int most);

    /** Asks about a pending one now; quiet for any other. Refused: {@code REFUND_NOT_FOUND} (404). */
    Refund askNow(TenantId tenant, UUID refund);

    /**
     * What to give back, and why (1–255 characters). {@code amount} absent: all that is left. {@code byHand}: the
     * gateway is not asked. {@code seen}: the payment's {@link Seen}; without it the same amount by the same person
     * within ten minutes is refused.
     */
    record Wish(Optional<Money> amount, String reason, boolean byHand, UserId asker, Optional<String> seen) {
    }

    /** A refund, or what waits until another person agrees; never both. */
    record Given(Optional<Refund> refund, Optional<Decision> waiting) {
    }
}
