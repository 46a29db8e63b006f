package io.weir.webportal;

import io.weir.billing.api.Invoices;
import io.weir.billing.api.Invoice;
import io.weir.payments.api.Payment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Payments as they are shown. */
@RequestScoped
public class PaymentRows {
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Invoices invoices;

    Row row(Payment payment) {
        return new Row(payment.id().toString(), format.time(payment.createdAt()), payment.description(),
                format.text("gateway." + payment.gateway()), format.money(payment.amount()), payment.status().word(),
                format.text("payment." + payment.status().word()), payment.status().isOpen(), invoiceNumber(payment));
    }

    String invoiceNumber(Payment payment) {
        return invoices.ofPayment(visitor.tenantId(), payment.id().value()).map(Invoice::number).orElse("");
    }

    /** A payment in a list. */
    public record Row(String id, String date, String what, String gateway, String amount, String status,
            String statusText, boolean open,
                      String invoice) {
        public boolean isOpen() {
            return open;
        }
    }
}
