package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Kind;
import java.util.Locale;

/** What an invoice is called: the seller, the year at the seller's place, and the count within both, from 1. */
public record InvoiceNumber(String slug, Kind kind, int year, long count) {
    public InvoiceNumber {
        if (slug.isBlank() || year < 1 || count < 1) {
            throw new IllegalArgumentException("invoice number of '" + slug + "', " + year + ", " + count);
        }
    }

    /**
     * {@code IQX-2026-000001}, of a credit note {@code IQX-CN-2026-000001}; the count grows wider than six digits
     * rather than start again.
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s%d-%06d", slug.toUpperCase(Locale.ROOT),
                kind == Kind.CREDIT_NOTE ? "CN-" : "", year, count);
    }
}
