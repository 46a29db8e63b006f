package io.weir.paymentgateways.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.paymentgateways.fakes.FakePayOS.Trouble;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayosInquiriesTest {
    private final FakePayOS payos = new FakePayOS(() -> Shop.NOW);
    private final PayosGateway gateway = Shop.gateway();
    private final Inquiries inquiries = gateway.inquiries().orElseThrow();

    @AfterEach
    void stop() {
        payos.close();
    }

    @Test
    void an_order_that_payos_does_not_know_or_that_nobody_paid_says_nothing() {
        assertThat(ask()).isEmpty();
        open();
        assertThat(ask()).isEmpty();
    }

    @Test
    void money_is_told_by_the_same_name_as_in_its_message() {
        open();
        var message = gateway.read(payos.pay(Shop.ORDER, 99_000).getBytes(StandardCharsets.UTF_8));
        var told = (Fact.OfPayment) message.fact();
        assertThat(ask()).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo(Subject.of(Shop.PAYMENT));
            assertThat(fact.outcome()).isEqualTo(Outcome.RECEIVED).isEqualTo(told.outcome());
            assertThat(fact.amount()).isEqualTo(told.amount());
            assertThat(fact.gatewayReference()).isEqualTo(told.gatewayReference());
            assertThat(fact.words()).contains("PAID");
        });
    }

    @Test
    void every_transfer_is_told_apart_too_little_and_too_much() {
        open();
        payos.pay(Shop.ORDER, 40_000);
        assertThat(ask()).extracting(PayosInquiriesTest::dong, fact -> fact.words().orElseThrow())
                .containsExactly(tuple(40_000L, "UNDERPAID"));
        payos.pay(Shop.ORDER, 70_000);
        assertThat(ask()).extracting(PayosInquiriesTest::dong, fact -> fact.words().orElseThrow())
                .containsExactly(tuple(40_000L, "PAID"), tuple(70_000L, "PAID"));
        assertThat(ask()).extracting(Fact.OfPayment::gatewayReference).doesNotHaveDuplicates();
    }

    @Test
    void a_page_that_is_over_is_cancelled_after_the_money_that_came() {
        open();
        payos.pay(Shop.ORDER, 40_000);
        payos.expire(Shop.ORDER);
        // A page with too little keeps its own word at PayOS.
        assertThat(ask()).extracting(Fact.OfPayment::outcome, fact -> fact.words().orElseThrow())
                .containsExactly(tuple(Outcome.RECEIVED, "EXPIRED"), tuple(Outcome.CANCELLED, "EXPIRED"));
    }

    @Test
    void the_payers_own_leaving_is_a_cancellation() {
        open();
        payos.cancel(Shop.ORDER);
        assertThat(ask()).extracting(Fact.OfPayment::outcome, fact -> fact.words().orElseThrow())
                .containsExactly(tuple(Outcome.CANCELLED, "CANCELLED"));
    }

    @Test
    void closing_is_quiet_when_it_is_closed_paid_or_unknown() {
        assertThatCode(this::close).doesNotThrowAnyException();
        open();
        close();
        assertThat(payos.status(Shop.ORDER)).isEqualTo("CANCELLED");
        assertThatCode(this::close).doesNotThrowAnyException();
    }

    @Test
    void closing_leaves_a_paid_page_paid() {
        open();
        payos.pay(Shop.ORDER, 99_000);
        assertThatCode(this::close).doesNotThrowAnyException();
        assertThat(payos.status(Shop.ORDER)).isEqualTo("PAID");
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatever_is_wrong_is_a_failure_and_no_answer(Trouble trouble) {
        open();
        payos.is(trouble);
        assertThatThrownBy(this::ask).isInstanceOf(GatewayException.class);
        assertThatThrownBy(this::close).isInstanceOf(GatewayException.class);
        if (trouble != Trouble.BAD_SIGNATURES) {
            assertThatThrownBy(() -> checkup().ask(merchant())).isInstanceOf(GatewayException.class);
        }
    }

    @Test
    void the_keys_are_tried_without_a_trace() {
        assertThat(checkup().ask(merchant())).isEqualTo("PayOS knows client client-test");
        var wrong = Shop.merchant(payos, "PAYOS_API_KEY", "wrong");
        assertThatThrownBy(() -> checkup().ask(wrong)).isInstanceOf(GatewayException.class).hasMessageContaining("214");
        assertThat(payos.asked()).extracting(FakePayOS.Asked::method).containsOnly("GET");
    }

    @Test
    void a_test_message_is_genuine_of_no_consequence_and_new_each_time() {
        var message = checkup().testNotice(merchant(), "1");
        assertThat(message.headers()).containsEntry("content-type", "application/json");
        assertThat(gateway.isGenuine(merchant(), message.headers(), message.body())).isTrue();
        var notice = gateway.read(message.body());
        assertThat(notice.fact()).isInstanceOf(Fact.Nothing.class);
        assertThat(gateway.read(checkup().testNotice(merchant(), "2").body()).eventKey())
                .isNotEqualTo(notice.eventKey());
    }

    @Test
    void an_address_is_registered_when_it_takes_the_sample() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/webhooks/payos/iqx";
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var isTaken = exchange.getRequestURI().getPath().endsWith("/payos/iqx")
                    && gateway.isGenuine(merchant(), Map.of(), body)
                    && gateway.read(body).fact() instanceof Fact.Nothing;
            exchange.sendResponseHeaders(isTaken ? 200 : 400, -1);
            exchange.close();
        });
        server.start();
        try {
            var registration = gateway.webhookRegistration().orElseThrow();
            assertThat(registration.register(merchant(), url)).isEqualTo("Kenh test, CONG TY TEST, 113366668888");
            assertThat(payos.registered()).containsExactly(url);
            assertThatThrownBy(() -> registration.register(merchant(), url + "/other"))
                    .isInstanceOf(GatewayException.class).hasMessageContaining("Webhook url");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void money_comes_back_by_hand_only() {
        assertThat(gateway.refunds()).isEqualTo(Optional.empty());
    }

    private void open() {
        gateway.open(merchant(), Shop.order(99_000));
    }

    private void close() {
        inquiries.close(merchant(), Shop.opened(99_000));
    }

    private List<Fact.OfPayment> ask() {
        return inquiries.ask(merchant(), Shop.opened(99_000));
    }

    private Checkup checkup() {
        return gateway.checkup().orElseThrow();
    }

    private Merchant merchant() {
        return Shop.merchant(payos);
    }

    private static long dong(Fact.OfPayment fact) {
        return fact.amount().orElseThrow().minor();
    }
}
