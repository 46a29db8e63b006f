package io.weir.webadmin;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One payment and how it went. */
@Named("payment")
@RequestScoped
public class PaymentPage {
    @Inject
    private Payments payments;
    @Inject
    private Invoices invoices;
    @Inject
    private PaymentRows rows;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Payment payment;
    private PaymentRows.Row row;
    private String invoice;

    @PostConstruct
    void find() {
        payment = payments.payment(visitor.tenantId(), PaymentId.of(visitor.parameter("id").orElse("")));
        row = rows.row(payment);
        invoice = invoices.ofPayment(visitor.tenantId(), payment.id().value()).map(Invoice::number)
                .orElse(Format.NOTHING);
    }

    public PaymentRows.Row getRow() {
        return row;
    }

    public String getOrderCode() {
        return Long.toString(payment.orderCode());
    }

    public String getPayer() {
        return names.person(payment.payer().toString());
    }

    public String getKind() {
        return format.word("kind", payment.purpose().kind());
    }

    public String getGatewayReference() {
        return payment.gatewayReference().orElse(Format.NOTHING);
    }

    public String getCompleted() {
        return format.time(payment.completedAt());
    }

    public String getNote() {
        return payment.note().orElse(Format.NOTHING);
    }

    public String getInvoice() {
        return invoice;
    }
}
