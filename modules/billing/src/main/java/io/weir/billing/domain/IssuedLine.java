package io.weir.billing.domain;

import io.weir.billing.api.Invoice;
import io.weir.kernel.api.Money;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Currency;

/** A part of an invoice, in the invoice's currency. */
@Entity(name = "IssuedLine")
@Table(name = "billing_invoice_line")
public class IssuedLine extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;

    /** An association, so that the ORM inserts the invoice first. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "invoice_id")
    private IssuedInvoice invoice;

    @Column(name = "line_no")
    private int lineNo;

    @Column(name = "description")
    private String description;

    @Column(name = "quantity")
    private long quantity;

    @Column(name = "unit_price")
    private long unitPrice;

    @Column(name = "amount")
    private long amount;

    protected IssuedLine() {
    }

    IssuedLine(IssuedInvoice invoice, int lineNo, String description, long quantity, Money unitPrice) {
        this.id = Ids.next().toString();
        this.invoice = invoice;
        this.lineNo = lineNo;
        this.description = description;
        this.quantity = quantity;
        this.unitPrice = unitPrice.minor();
        this.amount = unitPrice.times(quantity).minor();
    }

    public String invoiceId() {
        return invoice.id();
    }

    Invoice.Line view(Currency currency) {
        return new Invoice.Line(description, quantity, new Money(unitPrice, currency), new Money(amount, currency));
    }
}
