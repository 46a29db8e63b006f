package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePaddle;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription's life at Paddle Billing: what our verbs do to it, and what its notices say. */
class BillingAgreementsTest {
    private static final Instant NEXT = Instant.parse("2026-08-30T00:00:00Z");
    private final PaddleGateway gateway = Paddles.gateway(Paddles.NOW);
    private FakePaddle paddle;
    private Merchant merchant;
    private String link;
    private String agreement;

    @BeforeEach
    void subscribe() throws IOException {
        paddle = new FakePaddle(Clock.fixed(Paddles.NOW, ZoneOffset.UTC));
        merchant = Paddles.merchant(paddle.settings());
        link = gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().linkId().orElseThrow();
        paddle.undelivered();
        agreement = paddle.books.pay(link).path("subscription_id").asText();
    }

    @AfterEach
    void close() {
        paddle.close();
    }

    @Test
    void the_first_payment_and_its_agreement_are_told() {
        var facts = facts();
        assertThat(facts).hasSize(3);
        assertThat(facts.get(0)).isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> {
            assertThat(changed.subject().payment()).contains(Orders.PAYMENT);
            assertThat(changed.state().paidUntil()).contains(NEXT);
            assertThat(changed.state().product()).contains("co-ban");
        });
        assertThat(facts.get(1)).as("paid, not yet completed").isInstanceOf(Fact.Nothing.class);
        assertThat(facts.get(2)).isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.outcome()).isEqualTo(Fact.Outcome.PAID);
            assertThat(paid.subject().payment()).contains(Orders.PAYMENT);
            assertThat(paid.subject().orderCode()).hasValue(Orders.ORDER_CODE);
            assertThat(paid.amount()).contains(Paddles.PRICE);
            assertThat(paid.gatewayReference()).contains(link);
            assertThat(paid.agreement().orElseThrow().product()).contains("co-ban");
        });
    }

    @Test
    void a_renewal_is_one_charge_of_the_agreement_and_a_failed_one_makes_it_past_due() {
        paddle.undelivered();
        var charge = paddle.books.renew(agreement).path("id").asText();
        assertThat(last()).isInstanceOfSatisfying(Fact.Renewed.class, renewed -> {
            assertThat(renewed.agreement()).isEqualTo(agreement);
            assertThat(renewed.charge()).isEqualTo(charge).isNotEqualTo(link);
            assertThat(renewed.amount()).isEqualTo(Paddles.PRICE);
            assertThat(renewed.product()).contains("co-ban");
        });
        paddle.books.failRenewal(agreement);
        var failed = facts();
        assertThat(failed.get(0)).isInstanceOfSatisfying(Fact.RenewalFailed.class, fact -> {
            assertThat(fact.agreement()).isEqualTo(agreement);
            assertThat(fact.words()).contains("declined");
        });
        assertThat(failed.get(1)).isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> {
            assertThat(changed.state().status()).isEqualTo(Status.PAST_DUE);
            assertThat(changed.state().paidUntil()).contains(NEXT.atZone(ZoneOffset.UTC).plusMonths(1).toInstant());
        });
    }

    @Test
    void an_end_at_the_periods_end_can_be_taken_back_and_an_end_now_can_not() {
        var scheduled = agreements().cancel(merchant, agreement, true);
        assertThat(scheduled.status()).isEqualTo(Status.ACTIVE);
        assertThat(scheduled.cancelAtPeriodEnd()).isTrue();
        assertThat(agreements().cancel(merchant, agreement, true)).isEqualTo(scheduled);
        assertThat(agreements().resume(merchant, agreement).cancelAtPeriodEnd()).isFalse();
        assertThat(agreements().resume(merchant, agreement).cancelAtPeriodEnd()).isFalse();
        agreements().cancel(merchant, agreement, true);
        assertThat(agreements().cancel(merchant, agreement, false).status()).isEqualTo(Status.ENDED);
        assertThat(agreements().cancel(merchant, agreement, false).status()).isEqualTo(Status.ENDED);
        assertThat(agreements().look(merchant, agreement).status()).isEqualTo(Status.ENDED);
    }

    @Test
    void a_scheduled_end_is_told_as_it_comes() {
        agreements().cancel(merchant, agreement, true);
        paddle.undelivered();
        paddle.books.endPeriod(agreement);
        assertThat(last()).isInstanceOfSatisfying(Fact.AgreementChanged.class,
                changed -> assertThat(changed.state().status()).isEqualTo(Status.ENDED));
    }

    @Test
    void a_pause_is_an_end_that_can_be_taken_back() {
        paddle.books.get(agreement).put("status", "paused").putNull("current_billing_period");
        assertThat(agreements().look(merchant, agreement).cancelAtPeriodEnd()).isTrue();
        assertThat(agreements().resume(merchant, agreement)).satisfies(state -> {
            assertThat(state.status()).isEqualTo(Status.ACTIVE);
            assertThat(state.cancelAtPeriodEnd()).isFalse();
        });
    }

    @Test
    void a_change_at_once_is_charged_once_however_often_it_is_asked() {
        paddle.undelivered();
        var change = change("change-1", 4900, true);
        assertThat(agreements().change(merchant, agreement, change).product()).contains("pro");
        agreements().change(merchant, agreement, change);
        var charges = facts().stream().filter(Fact.Renewed.class::isInstance).toList();
        assertThat(charges).singleElement().isInstanceOfSatisfying(Fact.Renewed.class, charged -> {
            assertThat(charged.product()).contains("pro");
            assertThat(charged.subject().payment()).contains(Orders.PAYMENT);
        });
    }

    @Test
    void a_change_from_the_next_period_on_takes_nothing_now_and_is_told_with_the_renewal() {
        paddle.undelivered();
        assertThat(agreements().change(merchant, agreement, change("change-1", 900, false)).product())
                .contains("co-ban");
        assertThat(facts()).noneMatch(Fact.Renewed.class::isInstance);
        paddle.books.renew(agreement);
        assertThat(last()).isInstanceOfSatisfying(Fact.Renewed.class, renewed -> {
            assertThat(renewed.product()).contains("pro");
            assertThat(renewed.amount()).isEqualTo(Paddles.usd(900));
        });
    }

    @Test
    void a_change_that_can_not_be_charged_changes_nothing() {
        paddle.books.declineChanges();
        assertThatThrownBy(() -> agreements().change(merchant, agreement, change("change-1", 4900, true)))
                .isInstanceOf(GatewayException.class).hasMessageContaining("subscription_payment_declined");
        assertThat(agreements().look(merchant, agreement).product()).contains("co-ban");
    }

    @Test
    void our_names_on_a_cheaper_purchase_buy_nothing() {
        facts();
        paddle.books.renew(agreement);
        var event = paddle.undelivered().stream().filter(sent -> sent.path("event_type").asText()
                .equals("transaction.completed")).findFirst().orElseThrow();
        ((ObjectNode) event.at("/data/details/totals")).put("grand_total", "1").put("tax", "0");
        assertThat(read(event)).isInstanceOfSatisfying(Fact.Renewed.class, renewed -> {
            assertThat(renewed.product()).isEmpty();
            assertThat(renewed.subject().payment()).isEmpty();
        });
    }

    @Test
    void names_that_a_browser_made_up_are_not_ours() {
        var event = paddle.undelivered().stream().filter(sent -> sent.path("event_type").asText()
                .equals("transaction.completed")).findFirst().orElseThrow();
        ((ObjectNode) event.at("/data/custom_data")).put("plan_code", "enterprise");
        assertThat(read(event)).isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.subject().payment()).isEmpty();
            assertThat(paid.subject().gatewayReference()).contains(link);
            assertThat(paid.agreement().orElseThrow().product()).isEmpty();
        });
    }

    @Test
    void a_decline_leaves_the_payment_open_and_a_refund_is_told_with_its_outcome() {
        var other = gateway.open(merchant, Orders.of(2900, "USD")).checkout().linkId().orElseThrow();
        paddle.undelivered();
        paddle.books.decline(other);
        assertThat(last()).isInstanceOfSatisfying(Fact.OfPayment.class,
                declined -> assertThat(declined.outcome()).isEqualTo(Fact.Outcome.PROCESSING));
        var refund = gateway.refunds().orElseThrow().refund(merchant, new RefundOrder("r1",
                Paddles.opened(Optional.of(link), Optional.of(link)), Paddles.PRICE, "")).reference().orElseThrow();
        isRefund(last(), refund, RefundAnswer.Outcome.PENDING);
        paddle.books.decide(refund, "rejected");
        isRefund(last(), refund, RefundAnswer.Outcome.FAILED);
        paddle.books.decide(refund, "approved");
        isRefund(last(), refund, RefundAnswer.Outcome.COMPLETED);
    }

    private void isRefund(Fact fact, String reference, RefundAnswer.Outcome outcome) {
        assertThat(fact).isInstanceOfSatisfying(Fact.Refunded.class, refunded -> {
            assertThat(refunded.reference()).isEqualTo(reference);
            assertThat(refunded.amount()).isEqualTo(Paddles.PRICE);
            assertThat(refunded.outcome()).isEqualTo(outcome);
            assertThat(refunded.subject().gatewayReference()).contains(link);
        });
    }

    private Agreements agreements() {
        return gateway.agreements().orElseThrow();
    }

    private static Agreements.Change change(String key, long cents, boolean atOnce) {
        return new Agreements.Change(key, new Recurring("pro", Recurring.Unit.MONTH, 1), "Pro", Paddles.usd(cents),
                atOnce);
    }

    private Fact last() {
        var facts = facts();
        return facts.get(facts.size() - 1);
    }

    private List<Fact> facts() {
        return paddle.undelivered().stream().map(this::read).toList();
    }

    private Fact read(ObjectNode event) {
        return gateway.read(Paddles.bytes(event)).fact();
    }
}
