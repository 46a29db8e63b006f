package io.weir.paymentgateways.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentListParams;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OffSessionCharges;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Charges a kept method by a payment intent that is confirmed at once, and is nobody's to confirm later. */
record StripeCharges(StripePages pages) implements OffSessionCharges {
    /** Stripe gives at most this many at once, the newest first. */
    private static final long MOST = 100;
    /** Its clock and ours need not agree. */
    private static final Duration BEFORE = Duration.ofHours(1);

    /** What Stripe says no to is an answer; the same key as before with other parameters is not, and is asked about. */
    @Override
    public ChargeAnswer charge(Merchant merchant, ChargeOrder order) {
        return StripeCalls.make(merchant, stripe -> {
            try {
                return new StripeIntent(StripeCalls.answer(stripe.paymentIntents().create(request(merchant, order),
                        StripeCalls.once("charge-" + order.payment())))).answer();
            } catch (CardException | InvalidRequestException e) {
                return new ChargeAnswer.Declined(StripeIntent.why(Optional.ofNullable(e.getCode()),
                        Optional.ofNullable(e.getStripeError()).map(error -> error.getDeclineCode()),
                        StripeCalls.words(e)));
            }
        });
    }

    @Override
    public Optional<ChargeAnswer> find(Merchant merchant, ChargeOrder order) {
        return order.payer().customer().flatMap(customer -> StripeCalls.make(merchant, stripe -> {
            var asked = PaymentIntentListParams.builder().setCustomer(customer).setLimit(MOST)
                    .setCreated(PaymentIntentListParams.Created.builder()
                            .setGte(order.askedAt().minus(BEFORE).getEpochSecond()).build()).build();
            return StripeCalls.answer(stripe.paymentIntents().list(asked)).each("data").map(StripeIntent::new)
                    .filter(intent -> intent.isOf(order.payment())).findFirst().map(StripeIntent::answer);
        }));
    }

    /** Kept methods of every kind are allowed; one of those that need a page to return to would only be declined. */
    private PaymentIntentCreateParams request(Merchant merchant, ChargeOrder order) {
        var customer = order.payer().customer().orElseThrow(() -> new GatewayException(
                "Stripe keeps nothing of an account that it does not know", null));
        return PaymentIntentCreateParams.builder().setAmount(SessionRequests.amount(order.amount()))
                .setCurrency(StripeMoney.currency(order.amount())).setCustomer(customer)
                .setPaymentMethod(order.method()).setDescription(order.description())
                .setAutomaticPaymentMethods(AutomaticPaymentMethods.builder().setEnabled(true).build())
                .setReturnUrl(pages.ofBilling(Payments.Return.NOWHERE).returnUrl().orElseThrow())
                .setOffSession(true).setConfirm(true).putAllMetadata(marks(merchant, order)).build();
    }

    private static Map<String, String> marks(Merchant merchant, ChargeOrder order) {
        var marks = new LinkedHashMap<String, String>();
        marks.put(Marks.PAYMENT, order.payment().toString());
        marks.put(Marks.ORDER, Long.toString(order.orderCode()));
        marks.putAll(Marks.of(merchant, order.payer().account()));
        marks.put(Marks.CHARGE, Marks.OFF_SESSION);
        return marks;
    }
}
