package io.weir.paymentgateways.stripe;

import com.stripe.exception.StripeException;
import com.stripe.param.PriceCreateParams;
import com.stripe.service.V1Services;
import io.weir.kernel.api.Money;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Agreements.Change;
import io.weir.payments.spi.Merchant;
import java.util.Locale;

/**
 * A price that was made at Stripe. One that a tenant names in its settings counts only where it asks what is asked
 * here: else the payer would be charged one sum and owe another.
 */
record Price(Fields price) {
    boolean asks(Money amount, Recurring recurring) {
        return price.flag("active") && price.whole("unit_amount").orElse(-1) == SessionRequests.amount(amount)
                && price.says("currency", StripeMoney.currency(amount))
                && months(price.text("recurring", "interval").orElse(""),
                        price.whole("recurring", "interval_count").orElse(0))
                .equals(months(recurring.unit().name().toLowerCase(Locale.ROOT), recurring.count()));
    }

    String product() {
        return price.reference("product").orElseGet(() -> price.requiredText("product"));
    }

    /** The id of a price for what an agreement is for from now on. */
    static String idFor(Merchant merchant, Change change, V1Services stripe) throws StripeException {
        var named = StripeSettings.price(merchant, change.recurring());
        if (named.isPresent() && new Price(StripeCalls.answer(stripe.prices().retrieve(named.get())))
                .asks(change.price(), change.recurring())) {
            return named.get();
        }
        return stripe.prices().create(asked(change), StripeCalls.once("price-" + change.key())).getId();
    }

    private static PriceCreateParams asked(Change change) {
        var recurring = change.recurring();
        return PriceCreateParams.builder().setCurrency(StripeMoney.currency(change.price()))
                .setUnitAmount(SessionRequests.amount(change.price()))
                .setRecurring(PriceCreateParams.Recurring.builder().setIntervalCount((long) recurring.count())
                        .setInterval(PriceCreateParams.Recurring.Interval.valueOf(recurring.unit().name())).build())
                .setProductData(PriceCreateParams.ProductData.builder().setName(change.name()).build())
                .putMetadata(Marks.PRODUCT, recurring.product()).build();
    }

    /** A year is twelve months; days are not counted in months. */
    private static String months(String interval, long count) {
        return interval.equals("year") ? "month " + 12 * count : interval + " " + count;
    }
}
