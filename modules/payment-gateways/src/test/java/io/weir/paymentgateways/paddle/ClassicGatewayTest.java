package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePaddleClassic;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassicGatewayTest implements GatewayContract {
    private static final Instant NEXT = Instant.parse("2026-08-30T00:00:00Z");
    private final PaddleGateway gateway = Paddles.gateway(Paddles.NOW);
    private FakePaddleClassic paddle;

    @BeforeEach
    void open() throws IOException {
        paddle = new FakePaddleClassic(Clock.fixed(Paddles.NOW, ZoneOffset.UTC));
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
        return Paddles.with(Paddles.with(Paddles.merchant(paddle.settings()), "PADDLE_PRICE_CO_BAN_MONTHLY", "7001"),
                "PADDLE_PRICE_PRO_MONTHLY", "7002");
    }

    @Override
    public Merchant notConfigured() {
        return Paddles.merchant(Map.of("PADDLE_VENDOR_ID", FakePaddleClassic.VENDOR_ID, "PADDLE_API_KEY", "code"));
    }

    @Override
    public Optional<Renewal> renewal() {
        subscribe();
        facts();
        paddle.renew(agreement());
        return Optional.of(new Renewal(agreement(), facts()));
    }

    @Test
    void a_plan_is_sold_by_a_pay_link_that_ends_by_itself() {
        var opened = gateway.open(configured(), Orders.monthly(2900, "USD"));
        assertThat(opened.expiresAt()).contains(Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(paddle.requests().get(0)).containsEntry("product_id", "7001").containsEntry("prices[0]",
                "USD:29.00").containsEntry("recurring_prices[0]", "USD:29.00").containsEntry("expires", "2026-07-31")
                .doesNotContainKey("webhook_url");
    }

    @Test
    void what_has_no_plan_is_one_payment() {
        gateway.open(configured(), Orders.of(99_000, "VND"));
        assertThat(paddle.requests().get(0)).doesNotContainKey("product_id").containsEntry("prices[0]", "VND:99000")
                .containsEntry("title", "Gói Cơ Bản")
                .containsEntry("webhook_url", "https://weir.example.test/api/webhooks/paddle/tenant1");
    }

    @Test
    void a_refusal_says_why_and_names_no_secret() {
        var wrong = Paddles.with(configured(), "PADDLE_API_KEY", "other-code");
        assertThatThrownBy(() -> gateway.open(wrong, order())).isInstanceOf(GatewayException.class)
                .hasMessageContaining("permission").hasMessageNotContaining("other-code");
    }

    @Test
    void the_first_payment_its_agreement_and_renewals_are_told() {
        var order = subscribe();
        var facts = facts();
        assertThat(facts.get(0)).isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> {
            assertThat(changed.state().paidUntil()).contains(NEXT);
            assertThat(changed.state().product()).contains("co-ban");
            assertThat(changed.subject().payment()).contains(Orders.PAYMENT);
        });
        assertThat(facts.get(1)).isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.amount()).contains(Paddles.PRICE);
            assertThat(paid.gatewayReference()).contains(order);
            assertThat(paid.agreement().orElseThrow().reference()).isEqualTo(agreement());
        });
        var renewal = paddle.renew(agreement());
        assertThat(facts()).singleElement().isInstanceOfSatisfying(Fact.Renewed.class, renewed -> {
            assertThat(renewed.charge()).isEqualTo(renewal);
            assertThat(renewed.product()).contains("co-ban");
        });
        paddle.failRenewal(agreement());
        assertThat(facts()).hasExactlyElementsOfTypes(Fact.RenewalFailed.class, Fact.AgreementChanged.class);
    }

    @Test
    void a_single_payment_is_told() {
        var url = gateway.open(configured(), Orders.of(2900, "USD")).checkout().url().orElseThrow();
        var order = paddle.pay(url);
        assertThat(facts()).singleElement().isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.subject().payment()).contains(Orders.PAYMENT);
            assertThat(paid.gatewayReference()).contains(order);
            assertThat(paid.agreement()).isEmpty();
        });
    }

    @Test
    void the_order_of_what_is_in_no_catalogue_is_of_no_consequence_next_to_its_payment() {
        var body = paddle.signed(Map.of("p_order_id", "1-2", "p_sale_gross", "29.00", "passthrough", "{}"));
        assertThat(gateway.isGenuine(configured(), Map.of(), body)).isTrue();
        assertThat(gateway.read(body).eventKey()).isEqualTo("fulfillment-1-2");
        assertThat(gateway.read(body).fact()).isInstanceOf(Fact.Nothing.class);
    }

    @Test
    void every_alert_is_genuine_only_under_its_own_key() throws IOException {
        subscribe();
        var body = paddle.undelivered().get(0);
        assertThat(gateway.isGenuine(configured(), Map.of(), body)).isTrue();
        try (var other = new FakePaddleClassic()) {
            assertThat(gateway.isGenuine(Paddles.merchant(other.settings()), Map.of(), body)).isFalse();
        }
    }

    @Test
    void a_payment_of_a_plan_that_no_alert_told_of_is_found_by_asking() {
        var link = gateway.open(configured(), Orders.monthly(2900, "USD")).checkout();
        var inquiries = gateway.inquiries().orElseThrow();
        assertThat(inquiries.ask(configured(), Paddles.opened(link.linkId(), Optional.empty()))).isEmpty();
        var order = paddle.pay(link.url().orElseThrow());
        for (var known : List.of(Paddles.opened(link.linkId(), Optional.empty()),
                Paddles.opened(link.linkId(), Optional.of(order)))) {
            assertThat(inquiries.ask(configured(), known)).singleElement().satisfies(fact -> {
                assertThat(fact.amount()).contains(Paddles.PRICE);
                assertThat(fact.gatewayReference()).contains(order);
            });
        }
        inquiries.close(configured(), Paddles.opened(link.linkId(), Optional.empty()));
    }

    @Test
    void a_cancelled_agreement_is_paid_until_its_date_and_can_not_be_taken_up_again() {
        subscribe();
        facts();
        var agreements = gateway.agreements().orElseThrow();
        var cancelled = agreements.cancel(configured(), agreement(), true);
        assertThat(cancelled.status()).isEqualTo(Status.ACTIVE);
        assertThat(cancelled.cancelAtPeriodEnd()).isTrue();
        assertThat(cancelled.paidUntil()).contains(NEXT);
        assertThat(facts()).singleElement().isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> {
            assertThat(changed.state().status()).isEqualTo(Status.ACTIVE);
            assertThat(changed.state().cancelAtPeriodEnd()).isTrue();
            assertThat(changed.state().paidUntil()).contains(NEXT);
        });
        assertThat(agreements.look(configured(), agreement()).status()).isEqualTo(Status.ENDED);
        assertThat(agreements.cancel(configured(), agreement(), false).status()).isEqualTo(Status.ENDED);
        assertThatThrownBy(() -> agreements.resume(configured(), agreement())).isInstanceOf(GatewayException.class);
    }

    @Test
    void a_change_of_plan_is_asked_once_and_told_with_the_renewals() {
        subscribe();
        var agreements = gateway.agreements().orElseThrow();
        var change = new Agreements.Change("key", new Recurring("pro", Recurring.Unit.MONTH, 1), "Pro",
                Paddles.usd(4900), true);
        assertThat(agreements.change(configured(), agreement(), change).product()).contains("pro");
        agreements.change(configured(), agreement(), change);
        assertThat(paddle.requests().stream().filter(asked -> asked.get("path").endsWith("/update"))).singleElement()
                .satisfies(asked -> assertThat(asked).containsEntry("plan_id", "7002")
                        .containsEntry("bill_immediately", "true").containsEntry("recurring_price", "49.00"));
        facts();
        paddle.renew(agreement());
        assertThat(facts()).singleElement().isInstanceOfSatisfying(Fact.Renewed.class, renewed -> {
            assertThat(renewed.product()).contains("pro");
            assertThat(renewed.amount()).isEqualTo(Paddles.usd(4900));
        });
    }

    @Test
    void a_refund_waits_for_paddle_and_is_told_under_our_key() {
        var order = subscribe();
        facts();
        var refunds = gateway.refunds().orElseThrow();
        var wanted = new RefundOrder("refund-1", Paddles.opened(Optional.empty(), Optional.of(order)),
                Paddles.usd(900), "Too much");
        var answer = refunds.refund(configured(), wanted);
        assertThat(answer.outcome()).isEqualTo(RefundAnswer.Outcome.PENDING);
        paddle.approveRefund(order);
        assertThat(facts()).singleElement().isInstanceOfSatisfying(Fact.Refunded.class, refunded -> {
            assertThat(refunded.reference()).isEqualTo(answer.reference().orElseThrow());
            assertThat(refunded.amount()).isEqualTo(Paddles.usd(900));
            assertThat(refunded.subject().gatewayReference()).contains(order);
        });
        assertThat(refunds.refund(configured(), wanted).outcome()).isEqualTo(RefundAnswer.Outcome.FAILED);
        assertThat(paddle.requests().stream().filter(asked -> asked.get("path").endsWith("/refund"))).hasSize(1);
    }

    @Test
    void a_payers_card_and_page_are_found_by_the_number_that_came_signed() {
        subscribe();
        var known = Paddles.payer("42");
        assertThat(gateway.savedMethods().orElseThrow().list(configured(), known)).singleElement()
                .satisfies(card -> {
                    assertThat(card.last4()).contains("1111");
                    assertThat(card.expires()).contains("2031-12");
                });
        assertThat(gateway.billingPortal().orElseThrow().open(configured(), known, Optional.empty()))
                .contains("/update/");
        assertThat(gateway.savedMethods().orElseThrow().list(configured(), Orders.PAYER)).isEmpty();
        assertThatThrownBy(() -> gateway.billingPortal().orElseThrow().open(configured(), Orders.PAYER,
                Optional.empty())).isInstanceOf(GatewayException.class);
        assertThat(gateway.customers().orElseThrow().register(configured(), Orders.PAYER))
                .isEqualTo(Orders.ACCOUNT.toString());
    }

    @Test
    void its_keys_can_be_tried() {
        assertThat(gateway.checkup().orElseThrow().ask(configured())).contains("2 products");
        assertThatThrownBy(() -> gateway.checkup().orElseThrow()
                .ask(Paddles.with(configured(), "PADDLE_PUBLIC_KEY_BASE64", "AAAA")))
                .isInstanceOf(GatewayException.class).hasMessageContaining("PADDLE_PUBLIC_KEY_BASE64");
        assertThatThrownBy(() -> gateway.checkup().orElseThrow().testNotice(configured(), "1"))
                .isInstanceOf(GatewayException.class);
    }

    private String subscribe() {
        return paddle.pay(gateway.open(configured(), Orders.monthly(2900, "USD")).checkout().url().orElseThrow());
    }

    private String agreement() {
        return paddle.subscriptions().get(0);
    }

    private List<Fact> facts() {
        return paddle.undelivered().stream().map(body -> gateway.read(body).fact()).toList();
    }

    /** Classic signs with a key that only Paddle has. */
    @Test
    @Override
    public void its_test_notice_is_genuine_and_of_no_consequence() {
        var checkup = gateway().checkup().orElseThrow();
        assertThatThrownBy(() -> checkup.testNotice(configured(), "7")).isInstanceOf(GatewayException.class)
                .hasMessageContaining("only Paddle has the key");
    }
}
