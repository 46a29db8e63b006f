package io.weir.payments.app;

import static io.weir.payments.app.RefundBench.PAYMENT;
import static io.weir.payments.app.RefundBench.answer;
import static io.weir.payments.app.RefundBench.dong;
import static io.weir.payments.app.RefundBench.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentRefunded;
import io.weir.payments.api.PaymentRefunds.Wish;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.domain.Specimen;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundsTest {
    private final RefundBench bench = new RefundBench("stripe", PaymentStatus.COMPLETED);

    @Test
    void all_that_is_left_goes_back_and_is_told_once() {
        var refund = bench.refund(null);
        assertThat(refund.status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.seen().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(bench.told.fired).containsExactly(
                new PaymentRefunded(Fakes.TENANT, bench.seen(), refund.id(), Specimen.PRICE, true));
        assertThat(bench.asked).singleElement().satisfies(order -> {
            assertThat(order.key()).isEqualTo(refund.id().toString());
            assertThat(order.amount()).isEqualTo(Specimen.PRICE);
        });
        assertThat(bench.audit.actions).anyMatch(deed -> deed.startsWith("payment.refund-asked"))
                .anyMatch(deed -> deed.startsWith("payment.refunded"));
        bench.notice("re_1", 99_000, Outcome.COMPLETED);
        assertThat(bench.told.fired).hasSize(1);
        assertThatThrownBy(() -> bench.refund(null)).hasMessage("PAYMENT_NOT_REFUNDABLE");
    }

    @Test
    void parts_add_up_and_no_more_than_what_is_left_goes() {
        bench.refund(40_000L);
        assertThat(bench.seen().status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(bench.told.fired).last().satisfies(told -> assertThat(told.whole()).isFalse());
        assertThatThrownBy(() -> bench.refund(59_001L)).hasMessage("REFUND_TOO_MUCH");
        bench.gateway = order -> answer(Outcome.COMPLETED, "re_2");
        assertThat(bench.refund(null).amount()).isEqualTo(dong(59_000));
        assertThat(bench.told.fired).last().satisfies(told -> assertThat(told.whole()).isTrue());
    }

    @Test
    void what_is_on_its_way_is_not_asked_for_twice() {
        bench.gateway = order -> answer(Outcome.PENDING, "re_1");
        assertThat(bench.refund(60_000L).status()).isEqualTo(Status.PENDING);
        assertThat(bench.told.fired).isEmpty();
        assertThatThrownBy(() -> bench.refund(40_000L)).hasMessage("REFUND_TOO_MUCH");
        bench.notice("re_1", 60_000, Outcome.COMPLETED);
        assertThat(bench.told.fired).singleElement()
                .satisfies(told -> assertThat(told.amount()).isEqualTo(dong(60_000)));
    }

    @Test
    void a_no_keeps_its_words_and_frees_the_amount() {
        bench.gateway = order -> new RefundAnswer(Outcome.FAILED, Optional.empty(),
                Optional.of("card closed"));
        var refund = bench.refund(null);
        assertThat(refund.status()).isEqualTo(Status.FAILED);
        assertThat(refund.words()).contains("card closed");
        assertThat(bench.told.fired).isEmpty();
        assertThat(bench.refund(null).amount()).isEqualTo(Specimen.PRICE);
    }

    @Test
    void a_gateway_that_does_not_answer_is_asked_again_under_the_same_key() {
        bench.gateway = order -> {
            throw new GatewayException("timed out", null);
        };
        assertThat(bench.refund(null).status()).isEqualTo(Status.ASKED);
        bench.gateway = order -> answer(Outcome.COMPLETED, "re_1");
        assertThat(bench.refunds.retryDue(10)).isEqualTo(1);
        assertThat(bench.asked).hasSize(2).extracting(order -> order.key()).containsOnly(only().id().toString());
        bench.refunds.retryDue(10);
        assertThat(bench.asked).hasSize(2);
        assertThat(bench.told.fired).hasSize(1);
    }

    @Test
    void one_that_is_not_answered_for_too_long_needs_a_person_who_may_give_it_up() {
        bench.givenUp = true;
        bench.gateway = order -> {
            throw new GatewayException("timed out", null);
        };
        bench.refund(null);
        assertThat(bench.seen().progress().attention()).isPresent();
        bench.refunds.giveUp(Fakes.TENANT, only().id(), "never heard of");
        assertThat(only().status()).isEqualTo(Status.FAILED);
        assertThatThrownBy(() -> bench.refunds.giveUp(Fakes.TENANT, only().id(), "")).hasMessage("REFUND_DECIDED");
    }

    @Test
    void a_notice_may_be_quicker_than_the_answer() {
        bench.gateway = order -> {
            bench.notice("re_1", 99_000, Outcome.COMPLETED);
            return answer(Outcome.COMPLETED, "re_1");
        };
        assertThat(bench.refund(null).status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.rows).hasSize(1);
        assertThat(bench.told.fired).hasSize(1);
    }

    @Test
    void a_notice_about_another_refund_of_the_same_amount_loses_none() {
        bench.gateway = order -> {
            bench.notice("re_elsewhere", 30_000, Outcome.COMPLETED);
            return answer(Outcome.COMPLETED, "re_1");
        };
        bench.refund(30_000L);
        assertThat(bench.rows.values()).hasSize(2).extracting(Refund::status).containsOnly(Status.COMPLETED);
        assertThat(bench.seen().progress().refunded()).isEqualTo(dong(60_000));
    }

    @Test
    void one_that_was_made_at_the_provider_is_recorded_once() {
        bench.notice("re_9", 10_000, Outcome.PENDING);
        bench.notice("re_9", 10_000, Outcome.COMPLETED);
        bench.notice("re_9", 10_000, Outcome.COMPLETED);
        bench.notice("re_9", 10_000, Outcome.PENDING);
        assertThat(only().askedBy()).isEmpty();
        assertThat(only().status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.told.fired).hasSize(1);
    }

    @Test
    void more_than_was_paid_needs_a_person() {
        bench.refund(90_000L);
        bench.notice("re_9", 20_000, Outcome.COMPLETED);
        assertThat(bench.seen().progress().refunded()).isEqualTo(Specimen.PRICE);
        assertThat(bench.seen().progress().attention()).isPresent();
    }

    @Test
    void one_that_fails_after_it_was_back_needs_a_person() {
        bench.refund(null);
        bench.notice("re_1", 99_000, Outcome.FAILED);
        assertThat(only().status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.seen().progress().attention()).isPresent();
    }

    @Test
    void by_hand_and_without_a_way_back_it_is_recorded_at_once() {
        var byHand = bench.refunds.refund(Fakes.TENANT, PAYMENT, wish(1_000L, true)).refund().orElseThrow();
        assertThat(byHand.byHand()).isTrue();
        assertThat(byHand.status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.asked).isEmpty();
        var manual = new RefundBench("manual", PaymentStatus.COMPLETED);
        assertThat(manual.refund(null).byHand()).isTrue();
        assertThat(manual.seen().status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @ParameterizedTest
    @EnumSource(value = PaymentStatus.class, names = {"COMPLETED"}, mode = EnumSource.Mode.EXCLUDE)
    void only_completed_payments_go_back(PaymentStatus status) {
        assertThatThrownBy(() -> new RefundBench("stripe", status).refund(null)).hasMessage("PAYMENT_NOT_REFUNDABLE");
    }

    @Test
    void wishes_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> bench.refund(0L)).hasMessage("AMOUNT_NOT_POSITIVE");
        assertThatThrownBy(() -> bench.refund(99_001L)).hasMessage("REFUND_TOO_MUCH");
        for (var reason : List.of(" ", "x".repeat(256))) {
            assertThatThrownBy(() -> bench.refunds.refund(Fakes.TENANT, PAYMENT,
                    new Wish(Optional.empty(), reason, false, RefundBench.ADMIN, Optional.empty())))
                    .hasMessage("VALIDATION_FAILED");
        }
        assertThatThrownBy(() -> bench.refunds.refund(Fakes.TENANT, PAYMENT,
                new Wish(Optional.empty(), "mine", false, Specimen.PAYER, Optional.empty()))).hasMessage("OWN_PAYMENT");
        assertThat(bench.rows).isEmpty();
    }

    @Test
    void the_same_part_sent_twice_goes_back_once() {
        bench.refund(1_000L);
        assertThatThrownBy(() -> bench.refund(1_000L)).hasMessage("SAME_AGAIN");
        var stale = new Wish(Optional.of(dong(1_000)), "again", false, RefundBench.ADMIN, Optional.of("refunds-0"));
        assertThatThrownBy(() -> bench.refunds.refund(Fakes.TENANT, PAYMENT, stale)).hasMessage("SEEN_CHANGED");
        assertThat(bench.asked).hasSize(1);
        bench.gateway = order -> answer(Outcome.COMPLETED, "re_2");
        var meant = new Wish(Optional.of(dong(1_000)), "again", false, RefundBench.ADMIN, Optional.of("refunds-1"));
        assertThat(bench.refunds.refund(Fakes.TENANT, PAYMENT, meant).refund()).isPresent();
        assertThat(bench.asked).hasSize(2);
    }

    @Test
    void above_the_tenants_amount_nothing_goes_back_until_another_person_agrees() {
        var two = new RefundBench("stripe", PaymentStatus.COMPLETED, Map.of("payments.four-eyes-above", "50000"));
        two.refund(40_000L);
        var waiting = two.refunds.refund(Fakes.TENANT, PAYMENT, wish(20_000L, false)).waiting().orElseThrow();
        assertThat(two.asked).hasSize(1);
        assertThatThrownBy(() -> two.refund(1_000L)).hasMessage("DECISION_WAITS");
        assertThatThrownBy(() -> two.refunds.confirm(Fakes.TENANT, waiting, RefundBench.ADMIN))
                .hasMessage("APPROVED_BY_YOU");
        assertThatThrownBy(() -> two.refunds.confirm(Fakes.TENANT, waiting, Specimen.PAYER))
                .hasMessage("OWN_PAYMENT");
        two.gateway = order -> answer(Outcome.COMPLETED, "re_2");
        two.refunds.confirm(Fakes.TENANT, waiting, new UserId(new UUID(0, 78)));
        assertThat(two.asked).hasSize(2);
        assertThat(two.seen().progress().refunded()).isEqualTo(dong(60_000));
        assertThat(two.rows.values()).last().satisfies(refund ->
                assertThat(refund.askedBy()).contains(RefundBench.ADMIN));
    }

    @Test
    void a_notice_that_comes_before_its_payment_is_tried_again() {
        var early = new RefundBench("stripe", PaymentStatus.PROCESSING);
        assertThatThrownBy(() -> early.notice("re_1", 1, Outcome.COMPLETED)).isInstanceOf(IllegalStateException.class);
    }

    private Refund only() {
        assertThat(bench.rows).hasSize(1);
        return bench.rows.values().iterator().next();
    }
}
