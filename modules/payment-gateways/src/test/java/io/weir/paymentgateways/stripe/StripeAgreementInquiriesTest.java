package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeAgreementInquiriesTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_answer_says_what_the_notices_that_never_came_would_have_said() {
        var agreement = shop.agreement();
        assertThat(ask(agreement)).as("its first charge is a payment's").hasSize(1);
        shop.stripe.pass(agreement, true);
        var told = shop.told("invoice.paid");
        assertThat(ask(agreement)).hasSize(2).startsWith(told);
        assertThat(standing(agreement)).isEqualTo(((Fact.AgreementChanged) shop.told("customer.subscription.updated"))
                .state());
    }

    @Test
    void it_stands_so_at_the_time_that_the_answer_bears() {
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(ask(shop.agreement())).last().isInstanceOfSatisfying(Fact.AgreementChanged.class,
                changed -> assertThat(changed.at()).isBetween(before, Instant.now()));
    }

    @Test
    void a_charge_that_failed_is_told_until_it_is_paid() {
        var agreement = shop.agreement();
        shop.stripe.pass(agreement, false);
        assertThat(ask(agreement)).hasSize(2).startsWith(shop.told("invoice.payment_failed"));
        assertThat(standing(agreement).status()).isEqualTo(Status.PAST_DUE);
        shop.stripe.recover(agreement);
        assertThat(ask(agreement)).hasSize(2).startsWith(shop.told("invoice.paid"));
        assertThat(standing(agreement).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_period_that_has_begun_and_is_not_paid_yet_is_not_told_as_paid() {
        var agreement = shop.agreement();
        var until = standing(agreement).paidUntil();
        shop.stripe.turn(agreement);
        assertThat(ask(agreement)).hasSize(1);
        assertThat(standing(agreement).paidUntil()).isEqualTo(until);
        shop.stripe.recover(agreement);
        assertThat(standing(agreement).paidUntil().orElseThrow()).isAfter(until.orElseThrow());
    }

    @Test
    void an_end_is_told_and_what_stripe_does_not_know_says_nothing() {
        var agreement = shop.agreement();
        shop.gateway.agreements().orElseThrow().cancel(shop.merchant, agreement, false);
        assertThat(standing(agreement).status()).isEqualTo(Status.ENDED);
        assertThat(ask("sub_other")).isEmpty();
    }

    @Test
    void many_charges_are_told_over_several_pages_the_oldest_first() {
        var agreement = shop.agreement();
        for (int period = 0; period < 120; period++) {
            shop.stripe.pass(agreement, true);
        }
        var charges = ask(agreement).stream().filter(Fact.Renewed.class::isInstance).map(Fact.Renewed.class::cast)
                .map(Fact.Renewed::charge).toList();
        assertThat(charges).hasSize(120).doesNotHaveDuplicates().isSorted();
        assertThat(shop.gateway.agreementInquiries().orElseThrow().ask(shop.merchant, agreement,
                StripeShop.NOW.plusSeconds(1))).as("none since").hasSize(1);
    }

    @Test
    void an_outage_is_no_answer() {
        var agreement = shop.agreement();
        shop.stripe.failNext(9, 500);
        assertThatThrownBy(() -> ask(agreement)).isInstanceOf(GatewayException.class);
    }

    @Test
    void a_refund_is_told_as_it_stands() {
        shop.stripe.refundsAre("pending");
        var session = shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")));
        shop.stripe.pay(session);
        var order = new RefundOrder("one", StripeShop.opened(2900, "USD", Optional.of(session), Optional.empty()),
                StripeShop.money(2900, "USD"), "not wanted");
        var refund = shop.gateway.refunds().orElseThrow().refund(shop.merchant, order).reference().orElseThrow();
        var inquiries = shop.gateway.refundInquiries().orElseThrow();
        assertThat(inquiries.ask(shop.merchant, order, refund).orElseThrow().outcome()).isEqualTo(Outcome.PENDING);
        shop.stripe.settleRefund(refund, "failed");
        assertThat(inquiries.ask(shop.merchant, order, refund)).hasValueSatisfying(answer -> {
            assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(answer.reference()).contains(refund);
            assertThat(answer.words()).contains("lost_or_stolen_card");
        });
        assertThat(inquiries.ask(shop.merchant, order, "re_other")).isEmpty();
    }

    private AgreementState standing(String agreement) {
        var facts = ask(agreement);
        return ((Fact.AgreementChanged) facts.get(facts.size() - 1)).state();
    }

    private List<Fact> ask(String agreement) {
        return shop.gateway.agreementInquiries().orElseThrow().ask(shop.merchant, agreement, Instant.EPOCH);
    }
}
