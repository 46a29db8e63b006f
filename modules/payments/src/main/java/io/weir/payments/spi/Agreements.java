package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Recurring;

/** Gateways that charge each period on their own. */
public interface Agreements {
    AgreementState look(Merchant merchant, String agreement);

    /** Ends it when the paid period does, or now. Quiet when it has ended. */
    AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd);

    /** Takes an end at the period's end back. */
    AgreementState resume(Merchant merchant, String agreement);

    /**
     * Goes on with something else: at once, the rest of the running period set off, or from the next period on.
     * Repeatable under the same key.
     */
    AgreementState change(Merchant merchant, String agreement, Change change);

    /** What it is for from now on. */
    record Change(String key, Recurring recurring, String name, Money price, boolean atOnce) {
    }
}
