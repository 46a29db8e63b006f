package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where invoices of the bound tenant are kept. What is locked is read anew. */
public interface InvoiceBook {
    Optional<StoredInvoice> find(UUID invoice);

    /** Makes this transaction the only one that changes it. */
    Optional<StoredInvoice> lock(UUID invoice);

    /** The same of many, in one order whoever does that; answered as they were named, those that there are. */
    List<StoredInvoice> lock(List<UUID> invoices);

    Optional<StoredInvoice> ofCause(String cause);

    /** Of these causes, those that there is an invoice of. */
    Set<String> madeOf(Collection<String> causes);

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

    /** Of many, each's in their order. */
    Map<UUID, List<StoredLine>> lines(Collection<UUID> invoices);

    /** New ones with their lines, which may still be replaced while they are drafts. */
    void keep(Map<StoredInvoice, List<StoredLine>> invoices);

    void replaceLines(Map<StoredInvoice, List<StoredLine>> drafts);

    /** A draft that came to nothing. */
    void drop(StoredInvoice draft);

    /** Newest first. */
    List<StoredInvoice> creditNotes(UUID invoice);

    /** Open ones of a subscription, made for this reason. */
    List<StoredInvoice> open(UUID subscription, Reason reason);

    /** What the invoices of these subscriptions with this reason were made for. */
    List<String> causes(Collection<UUID> subscriptions, Reason reason);

    /** Drafts that are to become final by then, the earliest first. */
    List<UUID> dueDrafts(Instant by, int most);

    /** When the first of them is to, after that. */
    Optional<Instant> nextDraft(Instant after);

    /** Final ones without a hash, from before there were any. */
    List<UUID> unsealed(int most);

    /** Final ones that were issued in the span, after that one by their ids. */
    List<StoredInvoice> issued(Instant from, Instant until, String after, int most);
}
