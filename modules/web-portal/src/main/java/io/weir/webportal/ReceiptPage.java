package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Refund;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** What was paid, as something to print and file. Only for what was paid: all else has no such page. */
@Named("receipt")
@RequestScoped
public class ReceiptPage {
    @Inject
    private Payments payments;
    @Inject
    private PaymentRefunds refunds;
    @Inject
    private Invoices invoices;
    @Inject
    private Accounts accounts;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Payment payment;
    private Optional<Invoice> invoice;
    private List<Refund> given;

    @PostConstruct
    void look() {
        payment = payments.ofAccount(visitor.tenantId(), visitor.account(),
                PaymentId.of(visitor.parameter("id").orElse("")));
        if (!PaymentRows.isPaid(payment)) {
            throw Refusal.notFound("PAYMENT_NOT_FOUND").asException();
        }
        invoice = invoices.ofPayment(visitor.tenantId(), payment.id().value());
        given = refunds.of(visitor.tenantId(), payment.id()).stream()
                .filter(refund -> refund.status() == Refund.Status.COMPLETED).toList();
    }

    public String getSeller() {
        return visitor.getTenant().setting("seller.name").orElse(visitor.getTenant().name());
    }

    /** Lines of the seller's address and tax number; none when the tenant has not said them. */
    public List<String> getSellerLines() {
        var tenant = visitor.getTenant();
        return AddressLines.of(tenant.setting("seller.address"),
                tenant.setting("seller.tax-number").map(number -> format.text("taxNumber", number)));
    }

    public String getBuyer() {
        return accounts.account(visitor.tenantId(), visitor.account()).name();
    }

    public List<String> getBuyerLines() {
        var person = visitor.profile();
        return AddressLines.of(person.companyName().filter(name -> !name.equals(getBuyer())),
                Optional.of(person.email()));
    }

    public String getId() {
        return payment.id().toString();
    }

    public String getNumber() {
        return invoice.flatMap(Invoice::number).orElse("");
    }

    /** Empty for what was paid before there were invoices. */
    public String getInvoiceId() {
        return invoice.map(found -> found.id().toString()).orElse("");
    }

    public String getOrder() {
        return String.valueOf(payment.orderCode());
    }

    public String getPaidAt() {
        return format.time(payment.completedAt().orElse(payment.createdAt()));
    }

    public String getPaidBy() {
        return format.word("gateway", payment.gateway());
    }

    /** The gateway's number of the money, else what stood on the transfer. */
    public String getReference() {
        return payment.gatewayReference().orElse(payment.reference());
    }

    public List<Line> getLines() {
        return invoice.map(i -> i.lines().stream().map(line -> new Line(line.description(),
                format.decimal(line.quantity()), each(line), format.money(line.amount())))
                .toList()).orElseGet(() -> List.of(new Line(payment.description(), format.quantity(1, 0),
                        format.money(payment.amount()), format.money(payment.amount()))));
    }

    /** As money where it is no finer than that. */
    private String each(Invoice.Line line) {
        int decimals = Math.max(0, line.amount().currency().getDefaultFractionDigits());
        return line.unitPrice().stripTrailingZeros().scale() > decimals ? format.decimal(line.unitPrice())
                : format.money(Money.ofMajor(line.unitPrice(), line.amount().currency()));
    }

    public String getTotal() {
        return format.money(payment.amount());
    }

    public List<Back> getRefunds() {
        return given.stream().map(refund -> new Back(format.day(refund.decidedAt().orElse(refund.askedAt())),
                "−" + format.money(refund.amount()))).toList();
    }

    /** Empty as long as nothing went back. */
    public String getKept() {
        var back = payment.progress().refunded();
        return back.isZero() ? "" : format.money(left(payment.amount(), back));
    }

    private static Money left(Money amount, Money back) {
        var left = amount.minus(back);
        return left.isNegative() ? Money.zero(amount.currency()) : left;
    }

    /** A line of the invoice. */
    public record Line(String what, String quantity, String each, String amount) {
    }

    /** Money that went back. */
    public record Back(String date, String amount) {
    }
}
