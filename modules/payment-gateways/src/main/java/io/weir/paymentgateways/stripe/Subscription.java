package io.weir.paymentgateways.stripe;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** An agreement as Stripe tells it. Until 2025-03-31 the period stood on the subscription, since then on its items. */
record Subscription(Fields subscription) {
    boolean isInFull() {
        return subscription.isObject() && subscription.text("status").isPresent();
    }

    Subject subject() {
        return Marks.subject(subscription.at("metadata"), Optional.empty(), subscription.text("id"));
    }

    /** Before its first charge went through there is no agreement yet. */
    boolean hasBegun() {
        return !subscription.says("status", "incomplete");
    }

    AgreementState state() {
        return new AgreementState(subscription.requiredText("id"), subscription.reference("customer"), status(),
                endsWithPeriod(), paidUntil(), product());
    }

    /** While the money for the period that has begun is still to come. */
    AgreementState beforeItsPeriodIsPaid() {
        var state = state();
        return new AgreementState(state.reference(), state.customer(), state.status(), state.cancelAtPeriodEnd(),
                periodBound("current_period_start"), state.product());
    }

    private Status status() {
        return switch (subscription.requiredText("status")) {
            case "active", "trialing" -> Status.ACTIVE;
            case "canceled", "incomplete_expired" -> Status.ENDED;
            default -> Status.PAST_DUE;
        };
    }

    /** The portal sets a date instead of the mark. */
    private boolean endsWithPeriod() {
        var end = periodBound("current_period_end");
        return subscription.flag("cancel_at_period_end")
                || subscription.instant("cancel_at").filter(at -> end.filter(at::isAfter).isEmpty()).isPresent();
    }

    /** Stripe begins the next period before it is paid; what ended before its period did, ended then. */
    private Optional<Instant> paidUntil() {
        var end = periodBound("current_period_end");
        return switch (status()) {
            case ACTIVE -> end;
            case PAST_DUE -> periodBound("current_period_start");
            case ENDED -> subscription.instant("ended_at").filter(at -> end.filter(at::isAfter).isEmpty())
                    .or(() -> end);
        };
    }

    private Optional<Instant> periodBound(String name) {
        return subscription.items("items").stream().flatMap(item -> item.instant(name).stream())
                .max(Comparator.naturalOrder()).or(() -> subscription.instant(name));
    }

    private Optional<String> product() {
        return subscription.text("metadata", Marks.PRODUCT).or(() -> subscription.items("items").stream()
                .flatMap(item -> item.text("price", "metadata", Marks.PRODUCT).stream()).findFirst());
    }
}
