package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePaddle;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingGatewayTest implements GatewayContract {
    private final PaddleGateway gateway = Paddles.gateway(Paddles.NOW);
    private FakePaddle paddle;

    @BeforeEach
    void open() throws IOException {
        paddle = new FakePaddle(Clock.fixed(Paddles.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        paddle.close();
    }

    @Override
    public PaddleGateway gateway() {
        return gateway;
    }

    @Override
    public Merchant configured() {
        return Paddles.merchant(paddle.settings());
    }

    @Override
    public Merchant notConfigured() {
        return Paddles.merchant(Map.of("PADDLE_API_KEY", FakePaddle.API_KEY));
    }

    @Override
    public Optional<Renewal> renewal() {
        var link = gateway.open(configured(), Orders.monthly(2900, "USD")).checkout().linkId().orElseThrow();
        var agreement = paddle.books.pay(link).path("subscription_id").asText();
        paddle.undelivered();
        paddle.books.renew(agreement);
        return Optional.of(new Renewal(agreement, paddle.undelivered().stream()
                .map(event -> gateway.read(Paddles.bytes(event)).fact()).toList()));
    }

    @Test
    void a_checkout_is_a_transaction_of_exactly_our_amount_that_carries_our_names() {
        var checkout = gateway.open(configured(), Orders.monthly(2900, "USD")).checkout();
        assertThat(checkout.url().orElseThrow()).endsWith("_ptxn=" + checkout.linkId().orElseThrow());
        var transaction = paddle.books.get(checkout.linkId().get());
        assertThat(transaction.at("/details/totals/grand_total").asText()).isEqualTo("2900");
        assertThat(transaction.at("/items/0/price/tax_mode").asText()).isEqualTo("internal");
        assertThat(transaction.at("/items/0/price/billing_cycle/interval").asText()).isEqualTo("month");
        assertThat(transaction.at("/custom_data/payment_id").asText()).isEqualTo(Orders.PAYMENT.toString());
        assertThat(transaction.at("/custom_data/tenant_id").asText()).isEqualTo("tenant1");
        assertThat(transaction.at("/custom_data/plan_code").asText()).isEqualTo("co-ban");
    }

    @Test
    void what_is_bought_once_begins_no_agreement() {
        var link = gateway.open(configured(), Orders.of(2900, "USD")).checkout().linkId().orElseThrow();
        assertThat(paddle.books.get(link).at("/items/0/price/billing_cycle").isNull()).isTrue();
    }

    @Test
    void a_price_of_the_catalogue_is_used_if_it_asks_what_we_ask() {
        var price = paddle.books.addPrice("2900", "USD", "month", "external");
        var merchant = Paddles.with(configured(), "PADDLE_PRICE_CO_BAN_MONTHLY", price);
        var link = gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().linkId().orElseThrow();
        assertThat(paddle.books.get(link).at("/items/0/price/id").asText()).isEqualTo(price);
        // Tax came on top and is not the seller's.
        paddle.books.pay(link);
        assertThat(gateway.inquiries().orElseThrow().ask(merchant, Paddles.opened(Optional.of(link),
                Optional.empty()))).singleElement().satisfies(fact -> assertThat(fact.amount())
                        .contains(Paddles.PRICE));
        assertThat(paddle.books.get(link).at("/details/totals/grand_total").asText()).isEqualTo("3190");
    }

    @Test
    void another_amount_than_the_catalogues_is_still_of_the_same_product() {
        var price = paddle.books.addPrice("9900", "USD", "month", "external");
        var merchant = Paddles.with(configured(), "PADDLE_PRICE_CO_BAN_MONTHLY", price);
        var link = gateway.open(merchant, Orders.monthly(2900, "USD")).checkout().linkId().orElseThrow();
        assertThat(paddle.books.get(link).at("/details/totals/grand_total").asText()).isEqualTo("2900");
        assertThat(paddle.books.get(link).at("/items/0/price/product_id").asText()).isEqualTo("pro_catalogue");
    }

    @Test
    void an_answer_that_got_lost_leaves_one_transaction() {
        paddle.loseAnswers(2);
        assertThatThrownBy(() -> gateway.open(configured(), Orders.of(2900, "USD")))
                .isInstanceOf(GatewayException.class);
        assertThatThrownBy(() -> gateway.open(configured(), Orders.of(2900, "USD")))
                .isInstanceOf(GatewayException.class);
        gateway.open(configured(), Orders.of(2900, "USD"));
        gateway.open(configured(), Orders.of(2900, "USD"));
        assertThat(paddle.books.all("txn")).hasSize(1);
    }

    @Test
    void a_wrong_key_and_a_dead_server_are_failures_that_name_no_secret() {
        var wrong = Paddles.with(configured(), "PADDLE_API_KEY", "other-secret");
        assertThatThrownBy(() -> gateway.open(wrong, order())).isInstanceOf(GatewayException.class)
                .hasMessageContaining("authentication_malformed").hasMessageNotContaining("other-secret");
        paddle.close();
        assertThatThrownBy(() -> gateway.open(configured(), order())).isInstanceOf(GatewayException.class);
    }

    @Test
    void a_payment_that_no_notice_told_of_is_found_by_asking() {
        var link = gateway.open(configured(), Orders.monthly(2900, "USD")).checkout().linkId();
        var inquiries = gateway.inquiries().orElseThrow();
        assertThat(inquiries.ask(configured(), Paddles.opened(link, Optional.empty()))).isEmpty();
        paddle.books.pay(link.orElseThrow());
        // Also when not even the transaction's name arrived here.
        for (var name : List.of(link, Optional.<String>empty())) {
            assertThat(inquiries.ask(configured(), Paddles.opened(name, Optional.empty()))).singleElement()
                    .satisfies(fact -> {
                        assertThat(fact.outcome()).isEqualTo(Fact.Outcome.PAID);
                        assertThat(fact.gatewayReference()).isEqualTo(link);
                        assertThat(fact.agreement()).isPresent();
                    });
        }
        assertThat(inquiries.ask(configured(), Paddles.opened(Optional.of("txn_unknown"), Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_closed_checkout_can_not_be_paid_and_closing_is_quiet() {
        var link = gateway.open(configured(), Orders.of(2900, "USD")).checkout().linkId();
        var inquiries = gateway.inquiries().orElseThrow();
        inquiries.close(configured(), Paddles.opened(link, Optional.empty()));
        paddle.books.decline(link.orElseThrow());
        inquiries.close(configured(), Paddles.opened(link, Optional.empty()));
        inquiries.close(configured(), Paddles.opened(link, Optional.empty()));
        assertThat(inquiries.ask(configured(), Paddles.opened(link, Optional.empty()))).extracting(
                Fact.OfPayment::outcome).containsExactly(Fact.Outcome.CANCELLED);
    }

    @Test
    void a_customer_is_the_same_for_the_same_account_and_never_anothers() {
        var customers = gateway.customers().orElseThrow();
        var id = customers.register(configured(), Orders.PAYER);
        assertThat(customers.register(configured(), Orders.PAYER)).isEqualTo(id);
        paddle.books.get(id).putNull("custom_data");
        assertThat(customers.register(configured(), Orders.PAYER)).isEqualTo(id);
        assertThat(paddle.books.get(id).at("/custom_data/account_id").asText()).isEqualTo(Orders.ACCOUNT.toString());
        paddle.books.get(id).putObject("custom_data").put("account_id", "another");
        assertThatThrownBy(() -> customers.register(configured(), Orders.PAYER)).isInstanceOf(GatewayException.class);
    }

    @Test
    void cards_are_listed_without_numbers_and_removed_once() {
        var customer = gateway.customers().orElseThrow().register(configured(), Orders.PAYER);
        paddle.books.addCard(customer, "4242");
        var methods = gateway.savedMethods().orElseThrow();
        var cards = methods.list(configured(), Paddles.payer(customer));
        assertThat(cards).containsExactly(new PaymentMethod(cards.get(0).id(), "paddle", "card", Optional.of("visa"),
                Optional.of("4242"), Optional.of("2031-07"), false));
        assertThat(methods.remove(configured(), Paddles.payer("ctm_other"), cards.get(0).id())).isFalse();
        assertThat(methods.remove(configured(), Paddles.payer(customer), "../" + customer)).isFalse();
        assertThat(methods.remove(configured(), Paddles.payer(customer), cards.get(0).id())).isTrue();
        assertThat(methods.remove(configured(), Paddles.payer(customer), cards.get(0).id())).isFalse();
        assertThat(methods.list(configured(), Orders.PAYER)).isEmpty();
        assertThat(methods.add(configured(), Orders.PAYER, Paddles.RETURNS)).contains("/portal/" + customer);
        assertThat(gateway.billingPortal().orElseThrow().open(configured(), Paddles.payer(customer),
                Optional.empty())).contains("/portal/" + customer);
    }

    @Test
    void a_refund_is_given_once_however_often_it_is_asked() {
        var paid = paid();
        var refunds = gateway.refunds().orElseThrow();
        var part = new RefundOrder("refund-1", paid, Paddles.usd(900), "Too much");
        var answer = refunds.refund(configured(), part);
        assertThat(answer.outcome()).isEqualTo(RefundAnswer.Outcome.PENDING);
        assertThat(refunds.refund(configured(), part)).isEqualTo(answer);
        var rest = new RefundOrder("refund-2", paid, Paddles.usd(2000), "The rest");
        assertThat(refunds.refund(configured(), rest).outcome()).isEqualTo(RefundAnswer.Outcome.FAILED);
        paddle.books.decide(answer.reference().orElseThrow(), "approved");
        assertThat(refunds.refund(configured(), part).outcome()).isEqualTo(RefundAnswer.Outcome.COMPLETED);
        var tooMuch = new RefundOrder("refund-3", paid, Paddles.usd(2001), "More than is left");
        assertThat(refunds.refund(configured(), tooMuch)).satisfies(refused -> {
            assertThat(refused.outcome()).isEqualTo(RefundAnswer.Outcome.FAILED);
            assertThat(refused.words().orElseThrow()).contains("more than is left");
        });
        assertThat(refunds.refund(configured(), rest).outcome()).isEqualTo(RefundAnswer.Outcome.PENDING);
        assertThat(paddle.books.all("adj")).hasSize(2);
    }

    @Test
    void a_whole_refund_is_asked_for_as_one() {
        var order = new RefundOrder("refund-1", paid(), Paddles.PRICE, "Changed my mind");
        assertThat(gateway.refunds().orElseThrow().refund(configured(), order).outcome())
                .isEqualTo(RefundAnswer.Outcome.PENDING);
        assertThat(paddle.books.all("adj")).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.path("type").asText()).isEqualTo("full");
            assertThat(adjustment.at("/totals/total").asText()).isEqualTo("2900");
        });
    }

    @Test
    void a_refund_whose_answer_got_lost_is_found_again() {
        var order = new RefundOrder("refund-1", paid(), Paddles.PRICE, "Changed my mind");
        paddle.loseAnswers(3);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> gateway.refunds().orElseThrow().refund(configured(), order))
                    .isInstanceOf(GatewayException.class);
        }
        paddle.loseAnswers(0);
        gateway.refunds().orElseThrow().refund(configured(), order);
        gateway.refunds().orElseThrow().refund(configured(), order);
        assertThat(paddle.books.all("adj")).hasSize(1);
    }

    @Test
    void a_test_notice_is_genuine_and_of_no_consequence() {
        assertThat(gateway.checkup().orElseThrow().ask(configured())).contains("Paddle Billing");
        var message = gateway.checkup().orElseThrow().testNotice(configured(), "test-1");
        assertThat(gateway.isGenuine(configured(), message.headers(), message.body())).isTrue();
        assertThat(gateway.read(message.body()).eventKey()).isEqualTo("test-1");
        assertThat(gateway.read(message.body()).fact()).isEqualTo(Fact.Nothing.AT_ALL);
    }

    private OpenedOrder paid() {
        var link = gateway.open(configured(), Orders.of(2900, "USD")).checkout().linkId();
        paddle.books.pay(link.orElseThrow());
        return Paddles.opened(link, link);
    }
}
