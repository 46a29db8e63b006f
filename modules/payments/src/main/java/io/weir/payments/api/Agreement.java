package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payer's agreement with a gateway to be charged each period. Begins with its first payment; the gateway tells how it
 * goes on. {@code reference}: the gateway's name for it. {@code product}: the slug of the plan that it is for.
 */
public record Agreement(UUID id, String gateway, String reference, AccountId account, PaymentId firstPayment,
        String product, Status status, boolean cancelAtPeriodEnd, Optional<Instant> paidUntil, Instant createdAt) {
    /** PAST_DUE: a charge failed and the gateway still tries. ENDED is final. */
    public enum Status {
        ACTIVE, PAST_DUE, ENDED;

        public boolean isRunning() {
            return this != ENDED;
        }
    }
}
