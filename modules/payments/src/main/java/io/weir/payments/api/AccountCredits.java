package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that an account has with the tenant, in the tenant's currency: what was paid too much, or too late. It can pay
 * for something else, or be paid out. Never below nothing, whoever spends at the same time.
 */
public interface AccountCredits {
    Money balance(TenantId tenant, AccountId account);

    /** Newest first. */
    Page<Entry> entries(TenantId tenant, AccountId account, Page.Request page);

    /** Takes money for a purchase, once per {@code cause}. Refused: {@code CREDIT_INSUFFICIENT} (409). */
    void spend(TenantId tenant, AccountId account, Money amount, String cause);

    /** Gives money of a payment to the account that paid it, in the payment's currency, once per {@code cause}. */
    void giveBack(TenantId tenant, PaymentId payment, Money amount, String cause, String note);

    /**
     * Takes away what was given under the cause {@code given}, as far as the balance goes; nothing when it never was.
     * Once per {@code cause}.
     */
    void takeBack(TenantId tenant, AccountId account, Money amount, String given, String cause);

    /**
     * Somebody sent it back to the payer, outside. Audited. Refused: {@code CREDIT_INSUFFICIENT}, {@code SEEN_CHANGED},
     * {@code SAME_AGAIN}, {@code DECISION_WAITS} (409), {@code OWN_ACCOUNT} (403) for the account's owner, {@code
     * AMOUNT_NOT_POSITIVE}, {@code CURRENCY_MISMATCH} (400).
     *
     * @return what waits for a second person, above the tenant's {@code payments.four-eyes-above}; empty when it is
     *         done
     */
    Optional<Decision> payOut(TenantId tenant, AccountId account, ByHand wish);

    /**
     * Puts money to the account's credit that came by no payment, or after one was decided. Audited. Refused, and
     * answered: as {@link #payOut}, but for what suffices.
     */
    Optional<Decision> add(TenantId tenant, AccountId account, ByHand wish);

    /**
     * What a person wants. {@code seen}: the credit's {@link Seen}; without it the same amount by the same person
     * within ten minutes is refused.
     */
    record ByHand(Money amount, String note, UserId by, Optional<String> seen) {
    }

    /** {@code amount} is negative for what was spent or paid out. */
    record Entry(UUID id, Kind kind, Money amount, Optional<String> note, Instant at) {
    }

    /** Why a balance moved. */
    enum Kind { OVERPAYMENT, SPENT, RETURNED, PAID_OUT, ADJUSTMENT }
}
