package io.weir.paymentgateways.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.service.V1Services;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.SavedMethods;
import java.util.List;
import java.util.Optional;

/** Cards and mandates that Stripe keeps for a customer. */
record StripeMethods(SessionRequests requests, Customers customers) implements SavedMethods {
    /** Stripe gives at most this many at once, and nobody has more cards. */
    private static final long MOST = 100;

    @Override
    public List<PaymentMethod> list(Merchant merchant, Payer payer) {
        return payer.customer().map(customer -> StripeCalls.make(merchant, stripe -> list(stripe, customer)))
                .orElse(List.of());
    }

    @Override
    public String add(Merchant merchant, Payer payer, Payments.Return returns) {
        var known = new Payer(payer.account(), payer.name(), payer.email(),
                Optional.of(customers.register(merchant, payer)));
        return StripeCalls.make(merchant, stripe ->
                stripe.checkout().sessions().create(requests.ofCard(merchant, known, returns)).getUrl());
    }

    @Override
    public boolean remove(Merchant merchant, Payer payer, String method) {
        return payer.customer().isPresent() && StripeCalls.make(merchant, stripe -> {
            var isTheirs = owner(stripe, method).equals(payer.customer());
            if (isTheirs) {
                stripe.paymentMethods().detach(method);
            }
            return isTheirs;
        });
    }

    private static List<PaymentMethod> list(V1Services stripe, String customer) throws StripeException {
        var usual = StripeCalls.answer(stripe.customers().retrieve(customer))
                .reference("invoice_settings", "default_payment_method");
        var asked = PaymentMethodListParams.builder().setCustomer(customer).setLimit(MOST).build();
        return StripeCalls.answer(stripe.paymentMethods().list(asked)).each("data")
                .map(method -> shown(method, usual)).toList();
    }

    /** Each kind keeps what is shown of it under its own name. */
    private static PaymentMethod shown(Fields method, Optional<String> usual) {
        var kind = method.requiredText("type");
        var id = method.requiredText("id");
        var kept = method.at(kind);
        return new PaymentMethod(id, StripeGateway.NAME, kind, kept.text("brand").or(() -> kept.text("bank_name")),
                kept.text("last4"), expires(kept), usual.filter(id::equals).isPresent());
    }

    private static Optional<String> expires(Fields card) {
        var year = card.whole("exp_year");
        var month = card.whole("exp_month");
        return year.isPresent() && month.isPresent()
                ? Optional.of("%04d-%02d".formatted(year.getAsLong(), month.getAsLong())) : Optional.empty();
    }

    /** Empty for a method that Stripe does not know, or that nobody has any more. */
    private static Optional<String> owner(V1Services stripe, String method) throws StripeException {
        try {
            return StripeCalls.answer(stripe.paymentMethods().retrieve(method)).reference("customer");
        } catch (InvalidRequestException e) {
            if (StripeCalls.isUnknown(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
