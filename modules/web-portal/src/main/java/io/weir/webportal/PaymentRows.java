package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentStatus;
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
        var invoice = invoices.ofPayment(visitor.tenantId(), payment.id().value());
        return new Row(payment.id().toString(), format.time(payment.createdAt()), payment.description(),
                format.word("gateway", payment.gateway()), format.money(payment.amount()),
                some(payment.progress().received()), some(payment.progress().refunded()), style(payment),
                format.word("payment", style(payment)), payment.status().isOpen(), isPaid(payment),
                invoice.flatMap(Invoice::number).orElse(""), invoice.map(i -> i.id().toString()).orElse(""));
    }

    /** Nothing is worth no words. */
    private String some(Money money) {
        return money.isZero() ? "" : format.money(money);
    }

    /** The status, or that some of the money is here, or went back. */
    static String style(Payment payment) {
        if (payment.status().isOpen()) {
            return switch (PaymentState.of(payment)) {
                case TRANSFER -> "pending";
                case PARTLY_PAID -> "partly";
                case LOOKED_AT -> "attention";
                default -> "processing";
            };
        }
        boolean partlyBack = payment.status() == PaymentStatus.COMPLETED && !payment.progress().refunded().isZero();
        return partlyBack ? "partlyback" : payment.status().word();
    }

    static boolean isPaid(Payment payment) {
        return payment.status() == PaymentStatus.COMPLETED || payment.status() == PaymentStatus.REFUNDED;
    }

    /**
     * A payment in a list. {@code received}, {@code refunded} and its invoice are empty for nothing; {@code paid}:
     * there is a receipt.
     */
    public record Row(String id, String date, String what, String gateway, String amount, String received,
            String refunded, String status, String statusText, boolean open, boolean paid, String invoice,
            String invoiceId) {
        public boolean isOpen() {
            return open;
        }

        public boolean isPaid() {
            return paid;
        }
    }
}
