package io.weir.webadmin;

import io.weir.payments.api.Payment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Payments as they are shown. */
@RequestScoped
public class PaymentRows {
    @Inject
    private Names names;
    @Inject
    private Format format;

    Row row(Payment payment) {
        var customer = names.customer(payment.account());
        boolean awaited = payment.status().isOpen() && payment.checkout().instructions().isPresent();
        return new Row(payment.id().toString(), payment.account().toString(), customer.name(), customer.email(),
                format.time(payment.createdAt()), format.age(payment.createdAt()), payment.description(),
                format.money(payment.amount()), payment.reference(), format.word("gateway", payment.gateway()),
                payment.status().word(), format.text("payment." + payment.status().word()), awaited);
    }

    /** A payment in a list; {@code awaited}: a transfer that a person has to find and approve. */
    public record Row(String id, String account, String customer, String email, String date, String age,
                      String what, String amount, String reference, String gateway, String status, String statusText,
                      boolean awaited) {
    }
}
