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
        var received = payment.progress().received();
        return new Row(payment.id().toString(), payment.account().toString(), customer.name(), customer.email(),
                format.time(payment.createdAt()), format.age(payment.createdAt()), payment.description(),
                format.money(payment.amount()), payment.reference(), format.word("gateway", payment.gateway()),
                payment.status().word(), format.text("payment." + payment.status().word()), isAwaited(payment),
                received.isZero() ? "" : format.money(received), format.money(payment.remaining()),
                payment.progress().attention().orElse(""));
    }

    private static boolean isAwaited(Payment payment) {
        return payment.status().isOpen() && (payment.checkout().instructions().isPresent()
                || payment.progress().attention().isPresent());
    }

    /**
     * A payment in a list; {@code awaited}: it waits for a person. {@code received}: what came, empty when nothing did;
     * {@code missing}: what did not. {@code attention}: what its gateway said that does not fit, or empty.
     */
    public record Row(String id, String account, String customer, String email, String date, String age,
                      String what, String amount, String reference, String gateway, String status, String statusText,
                      boolean awaited, String received, String missing, String attention) {
    }
}
