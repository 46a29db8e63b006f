package io.weir.billing.api;

import io.weir.kernel.api.Money;
import java.util.List;

/**
 * What is still to be paid of open invoices, tax included, after what was paid and given back. {@code ages}: by days
 * since it was due. {@code writtenOff}: of those that nobody believes to be paid.
 */
public record UnpaidInvoices(List<Age> ages, Age writtenOff, Money total) {
    public UnpaidInvoices {
        ages = List.copyOf(ages);
    }

    /** {@code word}: {@code current}, {@code 1-30}, {@code 31-60}, {@code 61-90}, {@code over-90}. */
    public record Age(String word, long invoices, Money open) {
    }
}
