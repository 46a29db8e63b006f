package io.weir.billing.domain;

import io.weir.billing.api.Invoice;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * An invoice as it was issued: paid from the start, because the payment that made it had been settled. Never changed.
 */
@Entity(name = "IssuedInvoice")
@Table(name = "billing_invoice")
public class IssuedInvoice extends TenantOwned {
    private static final String PAID = "paid";

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "number")
    private String number;

    @Column(name = "account_id")
    private String account;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "total")
    private long total;

    @Column(name = "currency")
    private String currency;

    @Column(name = "status")
    private String status;

    @Column(name = "payment_id")
    private String payment;

    @Version
    @Column(name = "version")
    private long version;

    /** Set when issued; read apart, many invoices' lines at once. */
    @Transient
    private List<IssuedLine> lines = List.of();

    protected IssuedInvoice() {
    }

    /** The invoice for a settled payment of one thing. */
    public static IssuedInvoice of(Payment payment, InvoiceNumber number, Instant issuedAt, String item) {
        var invoice = new IssuedInvoice();
        invoice.id = Ids.next().toString();
        invoice.number = number.toString();
        invoice.account = payment.account().toString();
        invoice.issuedAt = issuedAt;
        invoice.currency = payment.amount().currency().getCurrencyCode();
        invoice.status = PAID;
        invoice.payment = payment.id().toString();
        invoice.lines = List.of(new IssuedLine(invoice, 1, item, 1, payment.amount()));
        invoice.total = payment.amount().minor();
        return invoice;
    }

    public Invoice view(List<IssuedLine> itsLines) {
        var money = Currency.getInstance(currency);
        return new Invoice(UUID.fromString(id), number, AccountId.of(account), issuedAt, new Money(total, money),
                status, UUID.fromString(payment), itsLines.stream().map(line -> line.view(money)).toList());
    }

    public String id() {
        return id;
    }

    public String payment() {
        return payment;
    }

    /** Only of an invoice that was just issued. */
    public List<IssuedLine> lines() {
        return lines;
    }
}
