package io.weir.billing.api;

/**
 * How long a draft waits for late usage, how long an invoice may stay unpaid, how long before a period's end the next
 * one is billed, and what happens when it is not paid.
 */
public record InvoiceTerms(int draftHours, int dueDays, int renewalDays, DunningTerms dunning) {
    public static final InvoiceTerms USUAL = new InvoiceTerms(24, 14, 7, DunningTerms.USUAL);

    public InvoiceTerms {
        dunning = dunning == null ? DunningTerms.USUAL : dunning;
    }

    /** With the usual dunning. */
    public InvoiceTerms(int draftHours, int dueDays, int renewalDays) {
        this(draftHours, dueDays, renewalDays, DunningTerms.USUAL);
    }
}
