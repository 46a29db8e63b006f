package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Period;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.AgreementUpdated;
import io.weir.payments.api.PaymentId;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionResumed;
import io.weir.subscriptions.api.SubscriptionStopped;
import io.weir.subscriptions.api.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two agreements of one account; what is wished of them, and what subscriptions are told. */
class AgreementsFollowTest {
    private final Agreement one = agreement(Agreement.Status.ACTIVE, false);
    private final Agreement other = agreement(Agreement.Status.ACTIVE, false);
    private List<Agreement> known = List.of(one, other);
    private final List<String> done = new ArrayList<>();
    private Status newest = Status.ACTIVE;

    @Test
    void an_end_with_the_period_is_told_the_agreement_that_pays_for_it() {
        follow().on(stopped(one, true));
        assertThat(done).containsExactly("END_AT_PERIOD_END " + one.id());
    }

    @Test
    void an_end_now_is_told_unless_another_plan_goes_on_under_it() {
        follow().on(stopped(one, false));
        assertThat(done).isEmpty();
        newest = Status.CANCELED;
        follow().on(stopped(one, false));
        assertThat(done).containsExactly("END_NOW " + one.id());
    }

    @Test
    void going_on_is_told() {
        follow().on(new SubscriptionResumed(Fixture.TENANT, Fixture.ACCOUNT.toString(), "s",
                one.firstPayment().toString()));
        assertThat(done).containsExactly("GO_ON " + one.id());
    }

    @Test
    void an_agreement_that_is_heard_of_after_its_plan_was_left_is_ended() {
        newest = Status.CANCELED;
        known = List.of(one);
        follow().on(updated());
        assertThat(done).containsExactly("told RENEWS " + one.firstPayment(), "END_NOW " + one.id());
    }

    @Test
    void subscriptions_are_told_how_each_agreement_stands_now() {
        known = List.of(agreement(Agreement.Status.ENDED, false), agreement(Agreement.Status.PAST_DUE, false),
                agreement(Agreement.Status.ACTIVE, true));
        follow().on(updated());
        assertThat(done).extracting(text -> text.split(" ")[1]).containsExactly("ENDED", "PAST_DUE", "ENDS");
    }

    @Test
    void what_has_ended_is_left_alone() {
        known = List.of(agreement(Agreement.Status.ENDED, false));
        follow().on(stopped(known.get(0), true));
        assertThat(done).isEmpty();
    }

    private AgreementsFollow follow() {
        var agreements = Fixture.fake(AccountAgreements.class, (verb, arguments) -> switch (verb) {
            case "of" -> known;
            case "wish" -> done.add(arguments[2] + " " + arguments[1]) ? null : null;
            default -> Fixture.Answer.unexpected(verb);
        });
        var subscriptions = Fixture.fake(Subscriptions.class, (verb, arguments) -> switch (verb) {
            case "agreementTold" -> done.add("told " + arguments[3] + " " + arguments[2]) ? null : null;
            case "ofOrigin" -> Optional.of(new Subscription(new UUID(0, 1), Fixture.ACCOUNT,
                    Fixture.plan(99_000, true), newest, Period.since(Fixture.NOW), false, Fixture.NOW,
                    Optional.empty()));
            default -> Fixture.Answer.unexpected(verb);
        });
        return new AgreementsFollow(agreements, subscriptions);
    }

    private static SubscriptionStopped stopped(Agreement of, boolean atPeriodEnd) {
        return new SubscriptionStopped(Fixture.TENANT, Fixture.ACCOUNT.toString(), "s", of.firstPayment().toString(),
                atPeriodEnd);
    }

    private static AgreementUpdated updated() {
        return new AgreementUpdated(Fixture.TENANT, "a", Fixture.ACCOUNT.toString(), "basic", "ACTIVE", false);
    }

    private static Agreement agreement(Agreement.Status status, boolean ends) {
        return new Agreement(UUID.randomUUID(), "stripe", "sub", Fixture.ACCOUNT, new PaymentId(UUID.randomUUID()),
                "basic", status, ends, Optional.empty(), Fixture.NOW);
    }
}
