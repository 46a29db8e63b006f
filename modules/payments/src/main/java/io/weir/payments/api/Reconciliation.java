package io.weir.payments.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Open payments and running agreements are asked about at their gateways, so that a notice that never came changes
 * nothing in the end.
 */
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

    /**
     * The same for agreements whose charge or end is due, or that were not asked about for a week. What their gateways
     * say is applied as their notices are.
     */
    int reconcileAgreements(int most);

    /** Running agreements, the next to be asked about first. */
    Page<Running> agreements(TenantId tenant, Page.Request page);

    /** Asks about one now; quiet when it has ended. Refused: {@code AGREEMENT_NOT_FOUND} (404). */
    Agreement askAbout(TenantId tenant, UUID agreement);

    /**
     * {@code checks}: how often it was asked about since its charge was expected. {@code nextCheckAt}: in the tenant's
     * time; absent when its gateway can't be asked.
     */
    record Running(Agreement agreement, int checks, Optional<Instant> nextCheckAt) {
    }

    /** {@code checks}: how often it was asked about. */
    record Open(Payment payment, int checks, Optional<Instant> nextCheckAt) {
    }
}
