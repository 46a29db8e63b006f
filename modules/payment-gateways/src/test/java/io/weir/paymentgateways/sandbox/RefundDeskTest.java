package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.paymentgateways.Orders;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundOrder;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundDeskTest {
    private static final Currency VND = Currency.getInstance("VND");
    private final Sandbox sandbox = new Sandbox("http://127.0.0.1:9080");

    @Test
    void parts_are_given_back_until_nothing_is_left() {
        paid("completed");
        assertThat(ask("a", 60_000).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(ask("b", 40_000).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ask("c", 39_000).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(sandbox.told())
                .containsExactly(SandboxEvent.REFUND_COMPLETED, SandboxEvent.REFUND_FAILED, SandboxEvent.REFUND_COMPLETED);
    }

    @Test
    void asking_again_gives_nothing_back_twice() {
        paid("completed");
        assertThat(ask("a", 60_000)).isEqualTo(ask("a", 60_000));
        assertThat(sandbox.books.charges.refunds).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"pending,COMPLETED,refund.completed", "failing,FAILED,refund.failed"})
    void a_pending_one_turns_out_later(String course, Outcome outcome, String type) {
        paid(course);
        var pending = ask("a", 1_000);
        assertThat(pending.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(sandbox.upkeep.chargeDue(10)).isZero();
        assertThat(sandbox.told()).isEmpty();
        sandbox.clock.advance(Duration.ofSeconds(3));
        assertThat(sandbox.upkeep.chargeDue(10)).isEqualTo(1);
        assertThat(sandbox.upkeep.chargeDue(10)).isZero();
        assertThat(ask("a", 1_000).outcome()).isEqualTo(outcome);
        var event = sandbox.books.notices.queue.get(0).event();
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.toNotice().fact()).isInstanceOfSatisfying(Fact.Refunded.class, fact -> {
            assertThat(Optional.of(fact.reference())).isEqualTo(pending.reference());
            assertThat(fact.outcome()).isEqualTo(outcome);
            assertThat(fact.subject().gatewayReference()).contains("sbx_ch_" + Orders.PAYMENT);
        });
    }

    @Test
    void a_refused_one_says_why_and_leaves_the_money() {
        paid("refused");
        assertThat(ask("a", 1_000).words()).isPresent();
        assertThat(ask("a", 1_000).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void what_was_never_taken_is_not_given_back() {
        assertThat(ask("a", 1_000).outcome()).isEqualTo(Outcome.FAILED);
        paid("completed");
        assertThat(ask("b", 0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(sandbox.refunds.refund(Sandbox.MERCHANT, order("c", new Money(1, Currency.getInstance("USD"))))
                .outcome()).isEqualTo(Outcome.FAILED);
    }

    private void paid(String course) {
        sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of("refunds", course));
        sandbox.told();
    }

    private RefundAnswer ask(String key, long minor) {
        return sandbox.gateway.refunds().orElseThrow().refund(Sandbox.MERCHANT, order(key, new Money(minor, VND)));
    }

    private static RefundOrder order(String key, Money amount) {
        var payment = new OpenedOrder(Orders.PAYMENT, Orders.ORDER_CODE, new Money(99_000, VND), Optional.empty(),
                Optional.of("sbx_ch_" + Orders.PAYMENT));
        return new RefundOrder(key, payment, amount, "wished");
    }
}
