package io.weir.paymentgateways.stripe;

import com.stripe.exception.StripeException;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.PaymentBehavior;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import com.stripe.param.common.EmptyParam;
import com.stripe.service.V1Services;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Merchant;

/**
 * Subscriptions. A change that waits for the period's end is a schedule of Stripe's, which also fits where the period's
 * length changes: a new price on the subscription itself would then begin a new period, and charge it, at once.
 * Stripe leaves no other change to a subscription that a schedule leads, so each of them releases it first.
 */
final class StripeAgreements implements Agreements {
    private static final SubscriptionCancelParams NOW =
            SubscriptionCancelParams.builder().setInvoiceNow(false).setProrate(false).build();

    @Override
    public AgreementState look(Merchant merchant, String agreement) {
        return StripeCalls.make(merchant, stripe -> new Subscription(told(stripe, agreement)).state());
    }

    /** Ending it now charges and returns nothing: refunds are decided on elsewhere. */
    @Override
    public AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd) {
        return StripeCalls.make(merchant, stripe -> {
            var subscription = told(stripe, agreement);
            var state = new Subscription(subscription).state();
            if (state.status() == AgreementState.Status.ENDED || atPeriodEnd && state.cancelAtPeriodEnd()) {
                return state;
            }
            Scheduled.release(stripe, subscription);
            return new Subscription(StripeCalls.answer(atPeriodEnd
                    ? stripe.subscriptions().update(agreement, endingWithPeriod(true))
                    : stripe.subscriptions().cancel(agreement, NOW))).state();
        });
    }

    @Override
    public AgreementState resume(Merchant merchant, String agreement) {
        return StripeCalls.make(merchant, stripe -> {
            var subscription = told(stripe, agreement);
            var state = new Subscription(subscription).state();
            return state.cancelAtPeriodEnd()
                    ? new Subscription(StripeCalls.answer(stripe.subscriptions().update(agreement,
                            goingOn(subscription)))).state()
                    : state;
        });
    }

    @Override
    public AgreementState change(Merchant merchant, String agreement, Change change) {
        return StripeCalls.make(merchant, stripe -> {
            var price = Price.idFor(merchant, change, stripe);
            var subscription = told(stripe, agreement);
            if (!change.atOnce()) {
                Scheduled.next(stripe, subscription, change, price);
                return new Subscription(told(stripe, agreement)).state();
            }
            Scheduled.release(stripe, subscription);
            return new Subscription(StripeCalls.answer(stripe.subscriptions().update(agreement,
                    atOnce(subscription, price, change), StripeCalls.once("change-" + change.key())))).state();
        });
    }

    private static Fields told(V1Services stripe, String agreement) throws StripeException {
        return StripeCalls.answer(stripe.subscriptions().retrieve(agreement));
    }

    private static SubscriptionUpdateParams endingWithPeriod(boolean ending) {
        return SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(ending).build();
    }

    private static SubscriptionUpdateParams goingOn(Fields subscription) {
        return subscription.flag("cancel_at_period_end") ? endingWithPeriod(false)
                : SubscriptionUpdateParams.builder().setCancelAt(EmptyParam.EMPTY).build();
    }

    /** Charges the difference there and then, and changes nothing unless it is paid. */
    private static SubscriptionUpdateParams atOnce(Fields subscription, String price, Change change) {
        return SubscriptionUpdateParams.builder()
                .addItem(SubscriptionUpdateParams.Item.builder().setId(Scheduled.item(subscription).requiredText("id"))
                        .setPrice(price).build())
                .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                .setPaymentBehavior(PaymentBehavior.ERROR_IF_INCOMPLETE)
                .putMetadata(Marks.PRODUCT, change.recurring().product()).build();
    }
}
