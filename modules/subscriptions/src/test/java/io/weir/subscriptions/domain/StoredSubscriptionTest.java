package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Subscription.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoredSubscriptionTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(30));
    private static final Instant MIDDLE = START.plus(Duration.ofDays(10));
    private static final Period NEXT = Period.between(END, END.plus(Duration.ofDays(30)));

    /** Where a subscription may stand, and a verb; what the verb makes of it: a status, or a refusal or fault. */
    static Stream<Arguments> transitions() {
        return Stream.of(
                row("running", "cancelAtPeriodEnd", "ACTIVE"), row("running", "cancel", "CANCELED"),
                row("running", "expire", "EXPIRED"), row("running", "renew", "IllegalState"),
                row("ending", "cancelAtPeriodEnd", "ACTIVE"), row("ending", "cancel", "CANCELED"),
                row("ending", "expire", "EXPIRED"), row("ending", "renew", "IllegalState"),
                row("overdue", "cancelAtPeriodEnd", "SUBSCRIPTION_ENDED"),
                row("overdue", "cancel", "SUBSCRIPTION_ENDED"),
                row("overdue", "expire", "EXPIRED"), row("overdue", "renew", "IllegalState"),
                row("endless", "cancelAtPeriodEnd", "SUBSCRIPTION_ENDLESS"), row("endless", "cancel", "CANCELED"),
                row("endless", "expire", "IllegalState"), row("endless", "renew", "IllegalState"),
                row("canceled", "cancelAtPeriodEnd", "SUBSCRIPTION_ENDED"),
                row("canceled", "cancel", "SUBSCRIPTION_ENDED"),
                row("canceled", "expire", "SUBSCRIPTION_ENDED"), row("canceled", "renew", "IllegalState"),
                row("expired", "cancelAtPeriodEnd", "SUBSCRIPTION_ENDED"),
                row("expired", "cancel", "SUBSCRIPTION_ENDED"),
                row("expired", "expire", "SUBSCRIPTION_ENDED"), row("expired", "renew", "IllegalState"),
                row("free", "cancelAtPeriodEnd", "SUBSCRIPTION_FREE"), row("free", "cancel", "SUBSCRIPTION_FREE"),
                row("free", "expire", "SUBSCRIPTION_FREE"), row("free", "renew", "ACTIVE"));
    }

    private static Arguments row(String state, String verb, String outcome) {
        return Arguments.of(state, verb, outcome);
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyStateMeetsEveryVerb(String state, String verb, String outcome) {
        var now = state.equals("overdue") ? END : MIDDLE;
        var subscription = standing(state);
        if (outcome.equals(outcome.toUpperCase()) && !outcome.startsWith("SUBSCRIPTION_")) {
            verb(verb, now).accept(subscription);
            assertThat(subscription.status()).isEqualTo(Status.valueOf(outcome));
        } else if (outcome.equals("IllegalState")) {
            assertThatThrownBy(() -> verb(verb, now).accept(subscription)).isInstanceOf(IllegalStateException.class);
        } else {
            assertThatThrownBy(() -> verb(verb, now).accept(subscription)).hasMessage(outcome);
        }
    }

    private static StoredSubscription standing(String state) {
        var subscription = switch (state) {
            case "free" -> StoredSubscription.free(UUID.randomUUID(),
                    account(), Rows.free(), Period.between(START, END));
            case "endless" -> paid(Period.since(START));
            default -> paid(Period.between(START, END));
        };
        switch (state) {
            case "ending" -> subscription.cancelAtPeriodEnd(START);
            case "canceled" -> subscription.cancel(START);
            case "expired" -> subscription.expire();
            default -> assertThat(subscription.status()).isEqualTo(Status.ACTIVE);
        }
        return subscription;
    }

    private static Consumer<StoredSubscription> verb(String verb, Instant now) {
        return switch (verb) {
            case "cancelAtPeriodEnd" -> s -> s.cancelAtPeriodEnd(now);
            case "cancel" -> s -> s.cancel(now);
            case "expire" -> StoredSubscription::expire;
            case "renew" -> s -> s.renew(NEXT);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Test
    void timeDecidesWhatRuns() {
        var paid = paid(Period.between(START, END));
        assertThat(paid.isPaidAt(START)).isTrue();
        assertThat(paid.isPaidAt(END.minusMillis(1))).isTrue();
        assertThat(paid.isPaidAt(END)).isFalse();
        assertThat(paid.status()).isEqualTo(Status.ACTIVE);
        assertThat(paid.statusAt(END)).isEqualTo(Status.EXPIRED);
        assertThat(paid.endedAt(END)).contains(END);
        assertThat(paid.endedAt(MIDDLE)).isEmpty();
    }

    @Test
    void whatIsCanceledRunsNoMoreAndSaysWhen() {
        var paid = paid(Period.between(START, END));
        paid.cancel(MIDDLE);
        assertThat(paid.isPaidAt(MIDDLE)).isFalse();
        assertThat(paid.endedAt(MIDDLE)).contains(MIDDLE);
        assertThat(paid.period()).isEqualTo(Period.between(START, END));
    }

    private static StoredSubscription paid(Period period) {
        return StoredSubscription.paid(UUID.randomUUID(), account(), Rows.plan("pro", "99000", 1), period, "payment/1");
    }

    private static AccountId account() {
        return new AccountId(UUID.randomUUID());
    }
}
