package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Status;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Invoices as they are listed. */
@RequestScoped
public class InvoiceRows {
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Time time;

    Row row(Invoice invoice) {
        var dates = invoice.dates();
        return new Row(invoice.id().toString(), title(invoice), format.day(dates.issued().orElse(dates.created())),
                invoice.lines().stream().map(Invoice.Line::description).distinct().limit(2)
                        .collect(Collectors.joining(", ")), isOwed(invoice) ? dates.due().map(format::day).orElse("")
                        : "", amount(invoice), isOwed(invoice) ? format.money(invoice.amounts().due()) : "",
                state(invoice), format.word("invoiceState", state(invoice)), isOwed(invoice),
                invoice.status() != Status.DRAFT);
    }

    /** Its kind and number, or that it is a draft. */
    String title(Invoice invoice) {
        return invoice.number().map(number -> format.text("invoiceKind." + invoice.kind().word(), number))
                .orElseGet(() -> format.text("invoiceDraft"));
    }

    /** With its sign: what a credit note gives back is less. */
    private String amount(Invoice invoice) {
        return format.money(invoice.kind() == Invoice.Kind.CREDIT_NOTE ? invoice.total().times(-1) : invoice.total());
    }

    static boolean isOwed(Invoice invoice) {
        return invoice.kind() == Invoice.Kind.INVOICE && invoice.status().isOpen() && !invoice.amounts().due().isZero();
    }

    /** The status, or that its time is over, or that it is a credit note, which nobody pays. */
    String state(Invoice invoice) {
        if (invoice.kind() == Invoice.Kind.CREDIT_NOTE && invoice.status() != Status.DRAFT) {
            return "credited";
        }
        boolean late = invoice.status() == Status.OPEN && invoice.dates().due()
                .filter(due -> due.isBefore(time.now(visitor.tenantId()))).isPresent();
        return late ? "late" : invoice.status().word();
    }

    /** {@code due}, {@code open}: empty where nothing is to be paid. {@code issued}: it is no draft. */
    public record Row(String id, String title, String date, String what, String due, String amount, String open,
            String state, String stateText, boolean owed, boolean issued) {
        public boolean isOwed() {
            return owed;
        }

        public boolean isIssued() {
            return issued;
        }
    }
}
