package io.weir.billing.api;

import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * All that stands on an invoice or a credit note, as it was when it became final. {@code number} is absent of a draft,
 * {@code corrects} names what a credit note is for. A credit note's amounts are positive: it is the kind that says
 * which way the money goes. {@code zone} and {@code locale}: what its days and words are written in.
 */
public record InvoiceDocument(UUID id, Kind kind, State state, Optional<String> number, Optional<String> corrects,
        Dates dates, Party seller, Party buyer, List<Line> lines, Totals totals, List<String> notes,
        Optional<PayTo> payTo, Locale locale, ZoneId zone) {
    public InvoiceDocument {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    public Currency currency() {
        return totals.gross().currency();
    }

    /** Which way the money goes. */
    public enum Kind { INVOICE, CREDIT_NOTE }

    /** DRAFT has no number yet; from OPEN on, nothing changes but this. */
    public enum State { DRAFT, OPEN, PAID, VOID, UNCOLLECTIBLE }

    /** {@code issued} absent of a draft; {@code from}, {@code until}: the time that it is for, half-open. */
    public record Dates(Optional<Instant> issued, Optional<Instant> due, Optional<Instant> paid,
            Optional<Instant> from, Optional<Instant> until) {
    }

    /**
     * Who sells or buys. {@code address}: lines without the country. {@code country}: ISO 3166 alpha-2. {@code
     * logo}: of a seller, a key of the object store.
     */
    public record Party(String name, List<String> address, Optional<String> country, Optional<String> vatId,
            Optional<String> registration, Optional<String> email, Optional<String> phone, Optional<String> website,
            Optional<String> logo) {
        public Party {
            address = List.copyOf(address);
        }
    }

    /**
     * A part of it. {@code unitPrice} in major units, as fine as the price is; {@code discount}: what was taken off
     * {@code quantity × unitPrice}. {@code rate}: per cent of {@code tax}; zero and a name for reverse charge.
     */
    public record Line(UUID id, int no, LineKind kind, String description, BigDecimal quantity, Optional<String> unit,
            BigDecimal unitPrice, Money net, TaxRate rate, Money tax, Money gross) {
    }

    /** What a line is about. */
    public enum LineKind { PLAN, PRORATION, USAGE, MINIMUM, EXTENSION, CREDITS, DISCOUNT, OTHER }

    /** {@code name}: {@code USt}, {@code VAT}, {@code GTGT}. */
    public record TaxRate(BigDecimal percent, Optional<String> name, boolean reverseCharge) {
    }

    /** {@code taxes}: one for each rate, their sums those of the lines. {@code due}: what is still to be paid. */
    public record Totals(Money net, Money tax, Money gross, Money paid, Money due, List<TaxTotal> taxes) {
        public Totals {
            taxes = List.copyOf(taxes);
        }
    }

    /** The sums of one rate. */
    public record TaxTotal(TaxRate rate, Money net, Money tax) {
    }

    /** Where an open one is paid: a page, and a bank account with what to write on the transfer. */
    public record PayTo(String url, Optional<String> account, Optional<String> bank, Optional<String> reference) {
    }
}
