package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where invoices of the bound tenant are kept. What is locked is read anew. */
public interface InvoiceBook {
    Optional<StoredInvoice> find(UUID invoice);

    /** Makes this transaction the only one that changes it. */
    Optional<StoredInvoice> lock(UUID invoice);

    Optional<StoredInvoice> ofCause(String cause);

    /** The invoice that a payment paid. */
    Optional<StoredInvoice> ofPayment(UUID payment);

    /** The invoice that paid for a period, by that period's cause. */
    default Optional<StoredInvoice> payingFor(String cause) {
        if (cause.startsWith("invoice/")) {
            return find(UUID.fromString(cause.substring("invoice/".length())));
        }
        return cause.startsWith("order/") ? ofCause(cause)
                : cause.matches("[0-9a-f-]{36}") ? ofPayment(UUID.fromString(cause)) : Optional.empty();
    }

    /** In their order. */
    List<StoredLine> lines(UUID invoice);

    /** A new one; its lines may still be replaced while it is a draft. */
    void keep(StoredInvoice invoice, List<StoredLine> lines);

    void replaceLines(StoredInvoice draft, List<StoredLine> lines);

    /** A draft that came to nothing. */
    void drop(StoredInvoice draft);

    /** Newest first. */
    List<StoredInvoice> creditNotes(UUID invoice);

    /** Open ones of a subscription, made for this reason. */
    List<StoredInvoice> open(UUID subscription, Reason reason);

    /** How many were made for causes that begin so. */
    long count(String causePrefix);

    /** Drafts that are to become final by then, the earliest first. */
    List<UUID> dueDrafts(Instant by, int most);

    /** When the first of them is to, after that. */
    Optional<Instant> nextDraft(Instant after);

    /** Final ones without a hash, from before there were any. */
    List<UUID> unsealed(int most);

    /** Final ones that were issued in the span, after that one by their ids. */
    List<StoredInvoice> issued(Instant from, Instant until, String after, int most);
}
