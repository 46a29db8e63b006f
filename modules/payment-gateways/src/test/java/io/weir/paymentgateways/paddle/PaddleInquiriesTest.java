package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePaddle;
import io.weir.paymentgateways.fakes.FakePaddleClassic;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What both editions answer about agreements and refunds whose notices never came. */
class PaddleInquiriesTest {
    private static final Instant NEXT = Instant.parse("2026-08-30T00:00:00Z");
    private final PaddleGateway gateway = Paddles.gateway(Paddles.NOW);
    private final Clock clock = Clock.fixed(Paddles.NOW, ZoneOffset.UTC);

    @Test
    void billing_tells_of_a_charge_that_failed_until_the_next_is_paid() throws IOException {
        try (var paddle = new FakePaddle(clock)) {
            var merchant = Paddles.merchant(paddle.settings());
            var agreement = paddle.books.pay(link(merchant)).path("subscription_id").asText();
            assertThat(ask(merchant, agreement)).as("its first charge is a payment's").hasSize(1);
            var failed = paddle.books.failRenewal(agreement).path("id").asText();
            var facts = ask(merchant, agreement);
            assertThat(facts).hasSize(2).first().isInstanceOfSatisfying(Fact.RenewalFailed.class, missed -> {
                assertThat(missed.charge()).isEqualTo(failed);
                assertThat(missed.words()).contains("declined");
            });
            assertThat(standing(facts).state().status()).isEqualTo(Status.PAST_DUE);
            paddle.books.renew(agreement);
            assertThat(ask(merchant, agreement)).hasExactlyElementsOfTypes(Fact.Renewed.class,
                    Fact.AgreementChanged.class);
        }
    }

    @Test
    void billing_does_not_call_a_period_paid_whose_money_is_on_its_way() throws IOException {
        try (var paddle = new FakePaddle(clock)) {
            var merchant = Paddles.merchant(paddle.settings());
            var agreement = paddle.books.pay(link(merchant)).path("subscription_id").asText();
            var charge = paddle.books.renew(agreement).put("status", "billed");
            assertThat(ask(merchant, agreement)).singleElement().isInstanceOfSatisfying(Fact.AgreementChanged.class,
                    changed -> assertThat(changed.state().paidUntil()).contains(NEXT));
            charge.put("status", "completed");
            assertThat(standing(ask(merchant, agreement)).state().paidUntil().orElseThrow()).isAfter(NEXT);
            assertThat(ask(merchant, "sub_01other")).as("unknown there").isEmpty();
        }
    }

    @Test
    void billing_tells_how_a_refund_stands() throws IOException {
        try (var paddle = new FakePaddle(clock)) {
            var merchant = Paddles.merchant(paddle.settings());
            var transaction = link(merchant);
            paddle.books.pay(transaction);
            var order = refund(transaction, 2900);
            var refund = gateway.refunds().orElseThrow().refund(merchant, order).reference().orElseThrow();
            assertThat(asked(merchant, order, refund)).contains(Outcome.PENDING);
            paddle.books.decide(refund, "rejected");
            assertThat(asked(merchant, order, refund)).contains(Outcome.FAILED);
            paddle.books.decide(refund, "approved");
            assertThat(asked(merchant, order, refund)).contains(Outcome.COMPLETED);
            assertThat(asked(merchant, order, "adj_01other")).isEmpty();
        }
    }

    @Test
    void classic_tells_that_one_is_past_due_or_ended_and_no_charge_of_another_price() throws IOException {
        try (var paddle = new FakePaddleClassic(clock)) {
            var merchant = classic(paddle);
            paddle.pay(gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().url().orElseThrow());
            var agreement = paddle.subscriptions().get(0);
            assertThat(ask(merchant, agreement)).as("its first charge is a payment's").hasSize(1);
            paddle.failRenewal(agreement);
            var late = standing(ask(merchant, agreement)).state();
            assertThat(late.status()).isEqualTo(Status.PAST_DUE);
            assertThat(late.paidUntil()).as("the day that it names is the next try").isEmpty();
            gateway.agreements().orElseThrow().cancel(merchant, agreement, true);
            assertThat(standing(ask(merchant, agreement)).state().status()).isEqualTo(Status.ENDED);
        }
    }

    @Test
    void classic_tells_of_a_refund_of_all_and_can_not_tell_a_part_from_another() throws IOException {
        try (var paddle = new FakePaddleClassic(clock)) {
            var merchant = classic(paddle);
            for (var cents : List.of(900, 2900)) {
                var number = paddle.pay(gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().url()
                        .orElseThrow());
                var order = refund(number, cents);
                gateway.refunds().orElseThrow().refund(merchant, order);
                assertThat(asked(merchant, order, order.key())).isEmpty();
                paddle.approveRefund(number);
                assertThat(asked(merchant, order, order.key()).isPresent()).isEqualTo(cents == 2900);
            }
        }
    }

    private static Merchant classic(FakePaddleClassic paddle) {
        return Paddles.with(Paddles.merchant(paddle.settings()), "PADDLE_PRICE_CO_BAN_MONTHLY", "7001");
    }

    private String link(Merchant merchant) {
        return gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().linkId().orElseThrow();
    }

    private static RefundOrder refund(String money, long cents) {
        return new RefundOrder("r1", Paddles.opened(Optional.empty(), Optional.of(money)), Paddles.usd(cents), "");
    }

    private Optional<Outcome> asked(Merchant merchant, RefundOrder order, String reference) {
        return gateway.refundInquiries().orElseThrow().ask(merchant, order, reference).map(answer -> answer.outcome());
    }

    private static Fact.AgreementChanged standing(List<Fact> facts) {
        return (Fact.AgreementChanged) facts.get(facts.size() - 1);
    }

    private List<Fact> ask(Merchant merchant, String agreement) {
        return gateway.agreementInquiries().orElseThrow().ask(merchant, agreement, Instant.EPOCH);
    }
}
