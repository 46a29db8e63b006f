package io.weir.webadmin;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Status;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Invoices and credit notes as lists show them. */
@RequestScoped
public class InvoiceRows {
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Time time;

    Row row(Invoice invoice) {
        var customer = names.customer(invoice.account());
        var status = invoice.status().word();
        boolean note = invoice.kind() == Kind.CREDIT_NOTE;
        return new Row(invoice.id().toString(), invoice.number().orElseGet(() -> format.text("draftWord")),
                format.day(invoice.issuedAt().orElse(invoice.dates().created())), customer.id().toString(),
                customer.name(), note, format.text("reason." + invoice.reason().word()),
                (note ? "−" : "") + format.money(invoice.total()),
                invoice.amounts().due().isZero() ? "" : format.money(invoice.amounts().due()),
                isOverdue(invoice) ? "overdue" : invoice.status() == Status.OPEN ? "due" : status,
                isOverdue(invoice) ? format.text("invoiceOverdue", format.day(invoice.dates().due().orElseThrow()))
                        : statusText(invoice, status));
    }

    private String statusText(Invoice invoice, String status) {
        return invoice.status() == Status.OPEN ? invoice.dates().due()
                .map(due -> format.text("invoiceOpenUntil", format.day(due))).orElse(status)
                : invoice.status() == Status.DRAFT
                ? format.text("invoiceFinalAt", format.time(invoice.dates().becomesFinal()))
                : invoice.kind() == Kind.CREDIT_NOTE ? format.text("creditNoteIssued")
                : format.text("invoice." + status);
    }

    private boolean isOverdue(Invoice invoice) {
        return invoice.status() == Status.OPEN
                && invoice.dates().due().filter(time.now(visitor.tenantId())::isAfter).isPresent();
    }

    /** An invoice in a list; {@code due}: still to be paid, empty for nothing. */
    public record Row(String id, String number, String day, String account, String customer, boolean note,
                      String reason, String total, String due, String status, String statusText) {
    }
}
