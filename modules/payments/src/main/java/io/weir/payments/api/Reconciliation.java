package io.weir.payments.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Open payments are asked about at their gateways, so that a notice that never came changes nothing in the end. */
public interface Reconciliation {
    /**
     * Asks about those that are due, of all tenants, and closes what has expired. Run by a job, on any node.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int reconcileDue(int most);

    /** Open payments at gateways, the next to be asked about first. */
    Page<Open> open(TenantId tenant, Page.Request page);

    /** Asks about one now. Refused: {@code PAYMENT_NOT_FOUND} (404). */
    Payment askNow(TenantId tenant, PaymentId payment);

    /** {@code checks}: how often it was asked about. */
    record Open(Payment payment, int checks, Optional<Instant> nextCheckAt) {
    }
}
