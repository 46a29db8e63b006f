package io.weir.paymentgateways.stripe;

import com.stripe.exception.StripeException;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.service.V1Services;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Payer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a checkout is asked for with. Nothing in it changes from one try to the next, so that Stripe takes the second
 * for the first.
 */
record SessionRequests(StripePages pages) {
    SessionCreateParams of(Merchant merchant, OpenOrder order, V1Services stripe) throws StripeException {
        var marks = Marks.of(merchant, order);
        var request = request(order.payer(), pages.of(order.payment(), order.returns()))
                .setClientReferenceId(order.payment().toString()).putAllMetadata(marks)
                .addLineItem(line(merchant, order, stripe));
        return (order.recurring().isPresent() ? asSubscription(request, marks)
                : asPayment(request, marks, order)).build();
    }

    /** A page on which the payer leaves a card, and pays nothing. */
    SessionCreateParams ofCard(Merchant merchant, Payer payer, Payments.Return returns) {
        return request(payer, pages.ofBilling(returns)).setMode(Mode.SETUP)
                .setCurrency(merchant.tenant().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .putAllMetadata(Marks.of(merchant, payer.account())).build();
    }

    static long amount(Money money) {
        try {
            return StripeMoney.amount(money);
        } catch (ArithmeticException e) {
            throw new GatewayException("Stripe can't charge " + money, e);
        }
    }

    private static SessionCreateParams.Builder request(Payer payer, Payments.Return back) {
        var request = SessionCreateParams.builder().setSuccessUrl(back.returnUrl().orElseThrow())
                .setCancelUrl(back.cancelUrl().orElseThrow());
        payer.customer().ifPresentOrElse(request::setCustomer,
                () -> Optional.of(payer.email()).filter(e -> !e.isBlank()).ifPresent(request::setCustomerEmail));
        return request;
    }

    private static SessionCreateParams.Builder asSubscription(SessionCreateParams.Builder request,
            Map<String, String> marks) {
        return request.setMode(Mode.SUBSCRIPTION)
                .setSubscriptionData(SubscriptionData.builder().putAllMetadata(marks).build());
    }

    /** Asked to keep it, Stripe's page says so to the payer, and shows only ways to pay that can be kept. */
    private static SessionCreateParams.Builder asPayment(SessionCreateParams.Builder request,
            Map<String, String> marks, OpenOrder order) {
        var money = PaymentIntentData.builder().putAllMetadata(marks).setDescription(order.description());
        if (order.keepsMethod()) {
            money.setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        }
        return request.setMode(Mode.PAYMENT).setPaymentIntentData(money.build());
    }

    private static LineItem line(Merchant merchant, OpenOrder order, V1Services stripe) throws StripeException {
        var line = LineItem.builder().setQuantity(1L);
        var made = order.recurring().flatMap(recurring -> StripeSettings.price(merchant, recurring));
        if (made.isEmpty()) {
            return line.setPriceData(asked(order).setProductData(named(order.description())).build()).build();
        }
        var price = new Price(StripeCalls.answer(stripe.prices().retrieve(made.get())));
        return (price.asks(order.amount(), order.recurring().get()) ? line.setPrice(made.get())
                : line.setPriceData(asked(order).setProduct(price.product()).build())).build();
    }

    private static PriceData.Builder asked(OpenOrder order) {
        var price = PriceData.builder().setCurrency(StripeMoney.currency(order.amount()))
                .setUnitAmount(amount(order.amount()));
        order.recurring().map(SessionRequests::each).ifPresent(price::setRecurring);
        return price;
    }

    private static PriceData.ProductData named(String description) {
        return PriceData.ProductData.builder().setName(description).build();
    }

    private static PriceData.Recurring each(Recurring recurring) {
        return PriceData.Recurring.builder().setIntervalCount((long) recurring.count())
                .setInterval(PriceData.Recurring.Interval.valueOf(recurring.unit().name())).build();
    }
}
