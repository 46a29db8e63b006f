package io.weir.payments.app;

import static io.weir.payments.app.RefundBench.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.RefundAnswer.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that a gateway took, and of which no notice comes. */
class PendingRefundsTest {
    private final RefundBench bench = new RefundBench("stripe", PaymentStatus.COMPLETED);
    private Refund pending;

    @BeforeEach
    void refund() {
        bench.gateway = order -> answer(Outcome.PENDING, "re_1");
        pending = bench.refund(null);
    }

    @Test
    void asking_makes_up_for_the_notice_and_a_late_one_changes_nothing() {
        assertThat(bench.refunds.askDue(10)).isEqualTo(1);
        assertThat(standing().status()).as("nothing is known yet").isEqualTo(Status.PENDING);
        bench.standing = reference -> Optional.of(answer(Outcome.COMPLETED, reference));
        bench.refunds.askDue(10);
        assertThat(standing().status()).isEqualTo(Status.COMPLETED);
        assertThat(bench.seen().status()).isEqualTo(PaymentStatus.REFUNDED);
        bench.notice("re_1", 99_000, Outcome.COMPLETED);
        assertThat(bench.told.fired).hasSize(1);
        assertThat(bench.looked).as("asked again each time while it is pending").hasSize(2);
    }

    @Test
    void a_no_is_heard_by_asking_too() {
        bench.standing = reference -> Optional.of(answer(Outcome.FAILED, reference));
        assertThat(bench.refunds.askNow(Fakes.TENANT, pending.id()).status()).isEqualTo(Status.FAILED);
        assertThat(bench.asked).as("it was asked for once").hasSize(1);
    }

    @Test
    void a_gateway_that_does_not_answer_is_asked_again() {
        bench.standing = reference -> {
            throw new GatewayException("timed out", null);
        };
        bench.refunds.askDue(10);
        assertThat(standing().status()).isEqualTo(Status.PENDING);
        assertThat(bench.looked).containsExactly(pending.id());
    }

    @Test
    void a_gateway_that_cannot_be_asked_is_not() {
        bench.isAskable = false;
        bench.refunds.askDue(10);
        assertThat(bench.looked).isEmpty();
    }

    @Test
    void one_that_was_not_answered_is_never_asked_for_again_by_a_look() {
        bench.gateway = order -> {
            throw new GatewayException("timed out", null);
        };
        bench.standing = reference -> Optional.of(answer(Outcome.FAILED, reference));
        bench.refunds.askNow(Fakes.TENANT, pending.id());
        var unanswered = bench.refund(null);
        int before = bench.asked.size();
        bench.refunds.askNow(Fakes.TENANT, unanswered.id());
        assertThat(bench.asked).hasSize(before);
        assertThatThrownBy(() -> bench.refunds.askNow(Fakes.TENANT, new UUID(0, 1))).hasMessage("REFUND_NOT_FOUND");
    }

    private Refund standing() {
        return bench.rows.get(pending.id());
    }
}
