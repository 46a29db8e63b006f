package io.weir.billing.app;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.InvoiceDecisions;
import io.weir.billing.domain.Corrections;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An administrator's word, with the invoice locked. */
@ApplicationScoped
@Transactional
@TenantScoped
public class DecidedInvoices implements InvoiceDecisions {
    private InvoiceBook book;
    private CreditNotes notes;
    private AuditLog audit;

    protected DecidedInvoices() {
    }

    @Inject
    public DecidedInvoices(InvoiceBook book, CreditNotes notes, AuditLog audit) {
        this.book = book;
        this.notes = notes;
        this.audit = audit;
    }

    @Override
    public Invoice credit(TenantId tenant, UUID id, Credit wanted) {
        var invoice = locked(id);
        if (wanted.seen().filter(seen -> !seen.equals(invoice.credited())).isPresent()) {
            throw Refusal.conflict("SEEN_CHANGED").asException();
        }
        var why = new CreditNotes.Why(Reason.MANUAL, "credit/" + Ids.next(), wanted.reason());
        var owed = invoice.due();
        var note = notes.give(tenant, invoice, why, corrections -> wanted.lines().isEmpty() ? corrections.whole()
                : corrections.of(wanted.lines()));
        var back = note.total().times(-1);
        if (wanted.toCredit() && back.compareTo(owed) > 0) {
            notes.toCredit(tenant, invoice, back.minus(owed), why);
        }
        audit(tenant, "invoice.credited", invoice, Map.of("creditNote", note.number().orElseThrow(), "amount",
                back.toString(), "reason", wanted.reason(), "toCredit", String.valueOf(wanted.toCredit())));
        return view(note, Optional.of(invoice));
    }

    @Override
    public Invoice voided(TenantId tenant, UUID id, String reason) {
        var invoice = open(id);
        notes.give(tenant, invoice, new CreditNotes.Why(Reason.MANUAL, "void/" + id, reason), Corrections::whole);
        audit(tenant, "invoice.voided", invoice, Map.of("reason", reason));
        return view(invoice, Optional.empty());
    }

    @Override
    public Invoice writeOff(TenantId tenant, UUID id, String reason) {
        var invoice = open(id);
        if (invoice.status() == Status.UNCOLLECTIBLE) {
            throw Refusal.conflict("INVOICE_DECIDED", invoice.status().word()).asException();
        }
        invoice.writeOff();
        audit(tenant, "invoice.written-off", invoice, Map.of("reason", reason));
        return view(invoice, Optional.empty());
    }

    private StoredInvoice locked(UUID id) {
        var found = book.lock(id).orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
        found.requireFinal();
        if (found.isCreditNote()) {
            throw Refusal.conflict("INVOICE_DECIDED", found.status().word()).asException();
        }
        return found;
    }

    private StoredInvoice open(UUID id) {
        var found = locked(id);
        if (!found.status().isOpen()) {
            throw Refusal.conflict("INVOICE_NOT_OPEN", found.status().word()).asException();
        }
        return found;
    }

    private Invoice view(StoredInvoice of, Optional<StoredInvoice> corrected) {
        return of.view(book.lines(of.id()), corrected.flatMap(StoredInvoice::number));
    }

    private void audit(TenantId tenant, String action, StoredInvoice invoice, Map<String, String> facts) {
        audit.record(tenant, action, "invoice/" + invoice.id(), null, facts);
    }
}
