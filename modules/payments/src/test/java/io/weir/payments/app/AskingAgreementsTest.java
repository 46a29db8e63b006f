package io.weir.payments.app;

import static io.weir.payments.app.AgreementBench.failed;
import static io.weir.payments.app.AgreementBench.renewed;
import static io.weir.payments.app.AgreementBench.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.Agreement.Status;
import io.weir.payments.api.AgreementUpdated;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.RenewalMissed;
import io.weir.payments.domain.Specimen;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a gateway's notices come or not, late or twice: asking makes up for them, and they change nothing more. */
class AskingAgreementsTest {
    private static final Instant NEXT = Fakes.NOW.plus(Duration.ofDays(30));
    private static final Fact.AgreementChanged GOES_ON = standing(AgreementState.Status.ACTIVE, NEXT, Fakes.NOW);
    private static final Fact.AgreementChanged IS_LATE =
            standing(AgreementState.Status.PAST_DUE, Fakes.NOW, Fakes.NOW);
    private final AgreementBench bench = new AgreementBench();

    @Test
    void a_renewal_whose_notices_are_lost_is_paid_once_and_a_late_notice_changes_nothing() {
        bench.gateway = reference -> List.of(renewed("in_2"), GOES_ON);
        bench.ask();
        assertThat(bench.charged.get("in_2").status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(bench.settled.fired).singleElement().satisfies(told ->
                assertThat(told.payment().progress().received()).isEqualTo(Specimen.PRICE));
        assertThat(bench.seen().paidUntil()).contains(NEXT);
        assertThat(bench.heard).containsExactly(Optional.of(Fakes.NOW));
        assertThat(bench.told(renewed("in_2"))).isEqualTo("renewed already");
        bench.told(failed("in_2"));
        assertThat(bench.told(standing(AgreementState.Status.PAST_DUE, Fakes.NOW, Fakes.NOW.minusSeconds(1))))
                .isEqualTo("older than what is known");
        bench.ask();
        assertThat(bench.settled.fired).hasSize(1);
        assertThat(bench.seen().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_charge_that_fails_is_missed_once_however_often_it_is_asked_and_told() {
        bench.gateway = reference -> List.of(failed("in_2"), IS_LATE);
        bench.ask();
        bench.ask();
        bench.told(failed("in_2"));
        assertThat(bench.seen().status()).isEqualTo(Status.PAST_DUE);
        assertThat(bench.published).filteredOn(RenewalMissed.class::isInstance).hasSize(1);
        assertThat(bench.published).filteredOn(AgreementUpdated.class::isInstance).as("nothing new, nothing told")
                .hasSize(1);
        bench.gateway = reference -> List.of(renewed("in_2"), GOES_ON);
        bench.ask();
        assertThat(bench.seen().status()).isEqualTo(Status.ACTIVE);
        assertThat(bench.charged).containsOnlyKeys("in_2");
    }

    @Test
    void an_end_that_nobody_told_of_is_heard_and_then_nobody_asks() {
        bench.gateway = reference -> List.of(standing(AgreementState.Status.ENDED, Fakes.NOW, Instant.EPOCH));
        bench.ask();
        assertThat(bench.seen().status()).isEqualTo(Status.ENDED);
        bench.ask();
        assertThat(bench.since).hasSize(1);
    }

    @Test
    void the_money_of_its_first_payment_is_no_renewal() {
        bench.gateway = reference -> List.of(renewed("in_first"), GOES_ON);
        bench.ask();
        assertThat(bench.charged).isEmpty();
    }

    @Test
    void all_of_its_life_is_asked_about_first_and_later_what_may_have_been_collected_since() {
        bench.ask();
        bench.askedAt = Optional.of(Fakes.NOW);
        bench.ask();
        assertThat(bench.since).containsExactly(Instant.EPOCH, Fakes.NOW.minus(Duration.ofDays(62)));
    }

    @Test
    void a_gateway_that_does_not_answer_leaves_it_as_it_is_known_and_is_asked_again() {
        bench.gateway = reference -> {
            throw new GatewayException("timed out", null);
        };
        bench.ask();
        assertThat(bench.heard).containsExactly(Optional.empty());
        assertThat(bench.seen().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void what_cannot_be_applied_undoes_nothing_else_and_is_asked_for_again() {
        var broken = new Fact.Renewed(renewed("x").subject(), AgreementBench.REFERENCE, "in_bad", null,
                Optional.empty());
        bench.gateway = reference -> List.of(broken, renewed("in_2"), GOES_ON);
        bench.ask();
        assertThat(bench.charged.get("in_2").status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(bench.heard).as("not all was applied").containsExactly(Optional.empty());
    }

    @Test
    void a_gateway_that_cannot_be_asked_is_not() {
        bench.isAskable = false;
        bench.ask();
        assertThat(bench.canAsk).isFalse();
        assertThat(bench.heard).isEmpty();
    }
}
