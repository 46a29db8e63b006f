package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription as it is now. One that will end stays {@code active} until then, with a {@code scheduled_change}. A
 * paused one charges no more until it is resumed: an agreement that ends with its paid period, and can be taken up
 * again. A past-due one's current period is the one that was not paid.
 */
record BillingSubscription(JsonNode json, IdSeal seal) {
    String id() {
        return PaddleJson.required(json, "/id");
    }

    /** Ours, if it is charged for as we asked: they may have been copied to a cheaper purchase. */
    OurIds ours() {
        var ours = OurIds.read(json.path("custom_data"), seal);
        return ours.isNobodys() || isAsAsked(ours) ? ours : OurIds.none();
    }

    boolean isPaused() {
        return rawStatus().equals("paused");
    }

    boolean isCanceled() {
        return rawStatus().equals("canceled");
    }

    boolean hasScheduledChange() {
        return scheduled().isPresent();
    }

    boolean endsAtPeriodEnd() {
        return isPaused() || scheduled().filter(action -> !action.equals("resume")).isPresent();
    }

    Optional<Instant> nextBilledAt() {
        return PaddleJson.instant(json, "/next_billed_at");
    }

    AgreementState state() {
        return new AgreementState(id(), PaddleJson.text(json, "/customer_id"), status(), endsAtPeriodEnd(),
                paidUntil(), ours().product(periodStart()));
    }

    Fact changed(Instant at) {
        return new Fact.AgreementChanged(subject(), state(), at);
    }

    /** As it is told when it is asked for. */
    Fact standing() {
        return new Fact.AgreementChanged(subject(), state(), changedAt());
    }

    /** The same while the money for the period that has begun is still to come. */
    Fact beforeItsPeriodIsPaid() {
        var state = state();
        return new Fact.AgreementChanged(subject(), new AgreementState(state.reference(), state.customer(),
                state.status(), state.cancelAtPeriodEnd(), periodStart(), state.product()), changedAt());
    }

    private Instant changedAt() {
        return PaddleJson.instant(PaddleJson.required(json, "/updated_at"));
    }

    /** {@code transaction_id} is there only as it begins: the charge that began it. */
    Subject subject() {
        return new Subject(ours().payment(), ours().orderCode(), PaddleJson.text(json, "/transaction_id"),
                Optional.of(id()));
    }

    private boolean isAsAsked(OurIds ours) {
        return json.path("items").size() == 1 && json.at("/items/0/quantity").asInt() == 1
                && ours.isAsked(Amounts.minor(PaddleJson.required(json, "/items/0/price/unit_price/amount"),
                        PaddleJson.required(json, "/items/0/price/unit_price/currency_code")));
    }

    private Status status() {
        return switch (rawStatus()) {
            case "active", "trialing", "paused" -> Status.ACTIVE;
            case "past_due" -> Status.PAST_DUE;
            case "canceled" -> Status.ENDED;
            default -> throw new UnreadableNoticeException("a subscription of an unknown status");
        };
    }

    private Optional<Instant> paidUntil() {
        return status() == Status.PAST_DUE ? periodStart()
                : PaddleJson.instant(json, "/current_billing_period/ends_at").or(this::nextBilledAt);
    }

    private Optional<Instant> periodStart() {
        return PaddleJson.instant(json, "/current_billing_period/starts_at");
    }

    private Optional<String> scheduled() {
        return PaddleJson.text(json, "/scheduled_change/action");
    }

    private String rawStatus() {
        return PaddleJson.required(json, "/status");
    }
}
