package io.weir.paymentgateways.stripe;

import com.stripe.exception.StripeException;
import com.stripe.param.SubscriptionScheduleCreateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams;
import com.stripe.param.SubscriptionScheduleUpdateParams.EndBehavior;
import com.stripe.param.SubscriptionScheduleUpdateParams.Phase;
import com.stripe.param.SubscriptionScheduleUpdateParams.ProrationBehavior;
import com.stripe.service.V1Services;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Agreements.Change;
import io.weir.payments.spi.UnreadableNoticeException;

/**
 * A subscription's schedule: the running period as it is, then another price, and the product's name with it, since
 * the metadata of a phase go over to the subscription when the phase begins. Afterwards the schedule lets go.
 */
final class Scheduled {
    private Scheduled() {
    }

    /** A schedule that a former try, or a former change, has left is taken over: it says only what comes next. */
    static void next(V1Services stripe, Fields subscription, Change change, String price) throws StripeException {
        var id = subscription.reference("schedule");
        var schedule = StripeCalls.answer(id.isPresent() ? stripe.subscriptionSchedules().retrieve(id.get())
                : stripe.subscriptionSchedules().create(SubscriptionScheduleCreateParams.builder()
                        .setFromSubscription(subscription.requiredText("id")).build(),
                        StripeCalls.once("schedule-" + change.key())));
        stripe.subscriptionSchedules().update(schedule.requiredText("id"),
                SubscriptionScheduleUpdateParams.builder().setEndBehavior(EndBehavior.RELEASE)
                        .setProrationBehavior(ProrationBehavior.NONE)
                        .addPhase(running(schedule, subscription)).addPhase(following(change, price)).build(),
                StripeCalls.once("phases-" + change.key()));
    }

    static void release(V1Services stripe, Fields subscription) throws StripeException {
        var id = subscription.reference("schedule");
        if (id.isPresent()) {
            stripe.subscriptionSchedules().release(id.get());
        }
    }

    /** We sell one thing by one agreement. */
    static Fields item(Fields subscription) {
        return subscription.items("items").stream().findFirst()
                .orElseThrow(() -> new UnreadableNoticeException("no item"));
    }

    private static Phase running(Fields schedule, Fields subscription) {
        var item = item(subscription);
        return Phase.builder().setStartDate(bound(schedule, "start_date")).setEndDate(bound(schedule, "end_date"))
                .addItem(Phase.Item.builder().setPrice(item.reference("price").orElseThrow())
                        .setQuantity(item.whole("quantity").orElse(1)).build()).build();
    }

    private static Phase following(Change change, String price) {
        return Phase.builder().addItem(Phase.Item.builder().setPrice(price).setQuantity(1L).build())
                .setDuration(period(change.recurring()))
                .putMetadata(Marks.PRODUCT, change.recurring().product()).build();
    }

    private static Phase.Duration period(Recurring recurring) {
        return Phase.Duration.builder().setInterval(Phase.Duration.Interval.valueOf(recurring.unit().name()))
                .setIntervalCount((long) recurring.count()).build();
    }

    private static long bound(Fields schedule, String name) {
        return schedule.whole("current_phase", name).orElseThrow(() -> new UnreadableNoticeException("no " + name));
    }
}
