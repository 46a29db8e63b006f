package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.Charges.Outcome;
import io.weir.payments.api.Decline;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.Specimen;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Subject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A charge that is written down: sent, answered, lost, and found again. */
class SentChargesTest {
    private static final Decline NO = new Decline("insufficient_funds", "No money");
    private final ChargeBench bench = new ChargeBench();

    @Test
    void what_the_gateway_takes_settles_the_payment_and_the_notice_of_it_changes_nothing() {
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PAID);
        bench.facts.apply(Fakes.TENANT, "stripe", Fact.OfPayment.paid(Subject.of(bench.payment.id()), Specimen.PRICE,
                "pi_1"));
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PAID);
        assertThat(bench.asked).singleElement().extracting(ChargeOrder::method).isEqualTo("pm_1");
        assertThat(bench.settled.fired).hasSize(1);
        assertThat(bench.credited.booked).isEmpty();
        assertThat(bench.payment.toPayment().gatewayReference()).contains("pi_1");
    }

    @Test
    void a_decline_closes_the_payment_and_its_code_stays_known() {
        bench.gateway = () -> new ChargeAnswer.Declined(NO);
        var charge = bench.send();
        assertThat(charge.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(charge.decline()).contains(NO);
        assertThat(charge.method()).contains(ChargeBench.CARD);
        assertThat(bench.told).singleElement().isInstanceOf(PaymentClosed.class);
        assertThat(bench.send()).as("decided").isEqualTo(charge);
        assertThat(bench.asked).hasSize(1);
    }

    @Test
    void without_an_answer_it_stays_open_and_is_asked_for_under_the_same_name() {
        bench.gateway = ChargeBench::silence;
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PENDING);
        bench.gateway = () -> new ChargeAnswer.Paid("pi_1", Specimen.PRICE);
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PAID);
        assertThat(bench.asked).hasSize(2);
        assertThat(bench.asked.get(0)).isEqualTo(bench.asked.get(1));
    }

    @Test
    void reconciliation_settles_what_the_gateway_took_and_charges_nothing() {
        bench.gateway = ChargeBench::silence;
        bench.send();
        bench.known = () -> Optional.of(new ChargeAnswer.Paid("pi_1", Specimen.PRICE));
        assertThat(bench.ask().outcome()).isEqualTo(Outcome.PAID);
        assertThat(bench.asked).hasSize(1);
        assertThat(bench.settled.fired).hasSize(1);
    }

    @Test
    void what_never_got_there_is_given_up_once_it_cannot_be_on_its_way_any_more() {
        bench.gateway = ChargeBench::silence;
        bench.send();
        assertThat(bench.ask().outcome()).isEqualTo(Outcome.PENDING);
        bench.now = Fakes.NOW.plus(SentCharges.ON_ITS_WAY);
        assertThat(bench.ask().decline().orElseThrow().code()).isEqualTo("not_sent");
        assertThat(bench.payment.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(bench.asked).hasSize(1);
    }

    @Test
    void a_gateway_that_does_not_tell_is_asked_again_later() {
        bench.known = () -> Optional.of(ChargeBench.silence());
        assertThat(bench.ask().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.payment.checks()).isEqualTo(1);
        assertThat(bench.payment.nextCheckAt()).hasValueSatisfying(at -> assertThat(at).isAfter(Fakes.NOW));
    }

    /** Its provider may have forgotten the key by then, and would charge once more. */
    @Test
    void after_most_of_a_day_nothing_is_charged_under_an_old_name() {
        bench.now = Fakes.NOW.plus(Duration.ofHours(20));
        assertThat(bench.send().outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(bench.asked).isEmpty();
    }

    @Test
    void what_takes_days_is_opened_to_be_asked_about_and_no_payer_can_give_it_up() {
        bench.gateway = () -> new ChargeAnswer.Pending("pi_1");
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.payment.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(bench.payment.toPayment().checkout().linkId()).contains("pi_1");
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.asked).hasSize(1);
        assertThatThrownBy(() -> bench.charges.paymentSteps.cancel(Fakes.TENANT, Specimen.ACCOUNT, bench.payment.id()))
                .hasMessage("PAYMENT_UNDER_WAY");
    }

    @Test
    void another_sum_than_was_asked_for_waits_for_a_person() {
        bench.gateway = () -> new ChargeAnswer.Paid("pi_1", Specimen.PRICE.plus(Specimen.PRICE));
        assertThat(bench.send().outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.payment.needsPerson()).isTrue();
        assertThat(bench.settled.fired).isEmpty();
    }
}
