package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.OpenedOrder;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeInquiriesTest {
    private final StripeShop shop = new StripeShop();
    private final Inquiries inquiries = shop.gateway.inquiries().orElseThrow();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void what_is_open_or_unknown_says_nothing_yet() {
        assertThat(ask(session())).isEmpty();
        assertThat(ask("cs_other")).isEmpty();
        assertThat(inquiries.ask(shop.merchant, StripeShop.opened(2900, "USD", Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void an_answer_says_what_the_notice_that_never_came_would_have_said() {
        var session = session();
        shop.stripe.pay(session);
        assertThat(ask(session)).contains((Fact.OfPayment) shop.told("checkout.session.completed"));
    }

    @Test
    void a_paid_agreement_is_told_of_in_full() {
        var session = shop.link(shop.gateway.open(shop.merchant, StripeShop.each(StripeShop.PRO, 2900, "USD")));
        shop.stripe.pay(session);
        var asked = ask(session).orElseThrow();
        assertThat(asked).isEqualTo(shop.told("invoice.paid"));
    }

    @Test
    void money_that_takes_days_is_awaited_until_the_bank_says_no() {
        var session = session();
        shop.stripe.payLater(session);
        assertThat(ask(session).orElseThrow().outcome()).isEqualTo(Outcome.PROCESSING);
        shop.stripe.settle(session, false);
        assertThat(ask(session)).hasValueSatisfying(said -> {
            assertThat(said.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(said.words()).contains("The bank account has been closed.");
        });
    }

    @Test
    void a_closed_checkout_takes_no_money_and_closing_again_is_quiet() {
        var session = session();
        close(session);
        assertThat(ask(session).orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
        close(session);
        close("cs_other");
    }

    @Test
    void closing_one_that_is_paid_changes_nothing() {
        var session = session();
        shop.stripe.pay(session);
        close(session);
        assertThat(ask(session).orElseThrow().outcome()).isEqualTo(Outcome.PAID);
    }

    private String session() {
        return shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")));
    }

    private Optional<Fact.OfPayment> ask(String session) {
        var said = inquiries.ask(shop.merchant, order(session));
        assertThat(said).hasSizeLessThanOrEqualTo(1);
        return said.stream().findFirst();
    }

    private void close(String session) {
        inquiries.close(shop.merchant, order(session));
    }

    private static OpenedOrder order(String session) {
        return StripeShop.opened(2900, "USD", Optional.of(session), Optional.empty());
    }
}
