package io.weir.payments.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An administrator's decision on a payment that waits for one: manual payments, and those of a gateway that need
 * attention. All refuse: {@code PAYMENT_NOT_FOUND} (404), {@code PAYMENT_DECIDED} (409), {@code OWN_PAYMENT} (403) for
 * the payer, {@code NOT_MANUAL} (409) for a payment that a gateway will decide. Audited.
 */
public interface Approvals {
    /** Open payments that wait for a person, oldest first. */
    Page<Payment> queue(TenantId tenant, Page.Request page);

    /**
     * The money is there. All of it, or more, completes the payment and fires {@link PaymentSettled} together: what was
     * bought starts, and what is too much is credited to the account. Less leaves it open. An amount above the tenant's
     * {@code payments.four-eyes-above} takes two people. Refused also: {@code APPROVED_BY_YOU}, {@code SEEN_CHANGED},
     * {@code SAME_AGAIN} (409), {@code AMOUNT_NOT_POSITIVE}, {@code CURRENCY_MISMATCH} (400).
     */
    Decided approve(TenantId tenant, PaymentId payment, Approval approval);

    Payment reject(TenantId tenant, PaymentId payment, UserId approver, String note);

    /** Payments, open or decided, that a person has to look at; the oldest first. */
    Page<Payment> attention(TenantId tenant, Page.Request page);

    /**
     * A person has looked at a decided payment that needed it. Audited. Refused: {@code PAYMENT_NOT_FOUND} (404),
     * {@code PAYMENT_OPEN}, {@code PAYMENT_NEEDS_NOBODY} (409), {@code OWN_PAYMENT} (403) for the payer, and {@code
     * VALIDATION_FAILED} on {@code note} (400).
     *
     * @param note 1–1000 characters
     */
    Payment acknowledge(TenantId tenant, PaymentId payment, UserId by, String note);

    /** Who has said what about it, oldest first. */
    List<Opinion> of(TenantId tenant, PaymentId payment);

    /**
     * A yes. {@code received}: what came, all that is missing when absent. {@code evidence}: what names the money, such
     * as a statement's line; the same evidence is counted once. {@code seen}: the payment's {@link Seen}; without it
     * and evidence, the same amount by the same person within ten minutes is refused.
     */
    record Approval(UserId approver, String note, Optional<Money> received, Optional<String> evidence,
            Optional<String> seen) {
        public static Approval of(UserId approver, String note) {
            return new Approval(approver, note, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** What came of a yes. {@code awaitsSecond}: nothing yet, until another person agrees. */
    record Decided(Payment payment, boolean awaitsSecond) {
    }

    /** One person's yes or no. {@code received}: the money that a yes means; a second yes has to mean the same. */
    record Opinion(UserId by, boolean yes, Optional<Money> received, Optional<String> note, Instant at) {
    }
}
