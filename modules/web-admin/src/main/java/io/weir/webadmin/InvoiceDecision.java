package io.weir.webadmin;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.InvoiceDecisions;
import io.weir.billing.api.InvoiceDecisions.Credit;
import io.weir.kernel.api.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Giving an invoice back in whole or in part, making it void, and giving it up. */
@Named("invoiceDecision")
@RequestScoped
public class InvoiceDecision {
    @Inject
    private InvoicePage page;
    @Inject
    private InvoiceDecisions decisions;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String creditReason;
    private String voidReason;
    private String lostReason;
    private boolean toCredit = true;

    /** Nothing written beside a line: all that is left. */
    public String credit() {
        var parts = parts();
        if (parts.isEmpty()) {
            notices.wrong("credit:reason", format.text("amountForm"));
            return null;
        }
        var fields = Map.of("CREDIT_TOO_MUCH", "reason");
        return notices.attempt("credit", fields, () -> {
            var note = decisions.credit(visitor.tenantId(), page.invoice().id(),
                    new Credit(parts.get(), creditReason, toCredit, seen()));
            notices.done(format.text("creditNoteMade", note.number().orElse(""), format.money(note.total())));
            return again();
        });
    }

    /** By line number, what is written beside the lines; empty when one of them can't be read. */
    private Optional<Map<Integer, Money>> parts() {
        var currency = page.invoice().total().currency();
        var parts = new LinkedHashMap<Integer, Money>();
        for (var line : page.invoice().lines()) {
            var text = visitor.parameter("line." + line.no());
            var amount = text.flatMap(given -> Amounts.read(given, currency.getCurrencyCode()));
            if (text.isPresent() && amount.isEmpty()) {
                return Optional.empty();
            }
            amount.filter(given -> given.signum() > 0)
                    .ifPresent(given -> parts.put(line.no(), Money.ofMajor(given, currency)));
        }
        return Optional.of(parts);
    }

    private Optional<Money> seen() {
        return visitor.parameter("seen").filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new Money(Long.parseLong(text), page.invoice().total().currency()));
    }

    public String makeVoid() {
        return notices.attempt("void", () -> {
            decisions.voided(visitor.tenantId(), page.invoice().id(), voidReason);
            notices.done(format.text("invoiceVoided", number()));
            return again();
        });
    }

    public String writeOff() {
        return notices.attempt("lost", () -> {
            decisions.writeOff(visitor.tenantId(), page.invoice().id(), lostReason);
            notices.done(format.text("invoiceWrittenOff", number()));
            return again();
        });
    }

    private String number() {
        return page.invoice().number().orElse("");
    }

    private String again() {
        return "/invoice?faces-redirect=true&id=" + page.invoice().id();
    }

    /** Something of it can still be given back. */
    public boolean isCreditable() {
        var invoice = page.invoice();
        return invoice.kind() == Kind.INVOICE && invoice.status() != Status.DRAFT
                && invoice.total().compareTo(invoice.amounts().credited()) > 0;
    }

    public boolean isOpen() {
        return page.invoice().status().isOpen();
    }

    public boolean isWritable() {
        return page.invoice().status() == Status.OPEN;
    }

    public boolean isPaid() {
        return !page.invoice().amounts().paid().isZero();
    }

    public String getLeft() {
        return format.money(page.invoice().total().minus(page.invoice().amounts().credited()));
    }

    public String getCurrency() {
        return page.invoice().total().currency().getCurrencyCode();
    }

    /** In minor units. */
    public String getSeen() {
        return Long.toString(page.invoice().amounts().credited().minor());
    }

    /** Those that cost something, with what was written beside them. */
    public List<Part> getParts() {
        return page.invoice().lines().stream().filter(line -> line.gross().minor() > 0).map(this::part).toList();
    }

    private Part part(Invoice.Line line) {
        return new Part(line.no(), line.description(), format.money(line.gross()),
                visitor.parameter("line." + line.no()).orElse(""));
    }

    public String getReason() {
        return creditReason;
    }

    public void setReason(String reason) {
        this.creditReason = reason;
    }

    public String getVoidReason() {
        return voidReason;
    }

    public void setVoidReason(String reason) {
        this.voidReason = reason;
    }

    public String getLostReason() {
        return lostReason;
    }

    public void setLostReason(String reason) {
        this.lostReason = reason;
    }

    public boolean isToCredit() {
        return toCredit;
    }

    public void setToCredit(boolean toCredit) {
        this.toCredit = toCredit;
    }

    /** A line, with tax, and how much of it is to be given back. */
    public record Part(int no, String description, String gross, String given) {
    }
}
