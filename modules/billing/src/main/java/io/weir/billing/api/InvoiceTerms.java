package io.weir.billing.api;

/**
 * How long a draft waits for late usage, how long an invoice may stay unpaid, and how long before a period's end the
 * next one is billed.
 */
public record InvoiceTerms(int draftHours, int dueDays, int renewalDays) {
    public static final InvoiceTerms USUAL = new InvoiceTerms(24, 14, 7);
}
