package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.PaymentsOfAllTenants.Found;
import io.weir.payments.spi.Subject;
import io.weir.tenancy.api.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSandboxCheckoutsTest {
    private static final Tenant TENANT = Orders.tenant(1, "VND", true, Map.of());
    private static final Payments.Return RETURNS =
            new Payments.Return(Optional.of("http://localhost:3001/ok?from=shop#top"),
            Optional.of("http://localhost:3001/no"));
    private final List<Fact.OfPayment> received = new CopyOnWriteArrayList<>();
    private HttpServer weir;
    private String baseUrl;
    private Sandbox sandbox;
    private volatile int answer = 200;

    @BeforeEach
    void listen() throws IOException {
        weir = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weir.createContext("/api/webhooks/sandbox/tenant1", this::receive);
        weir.start();
        baseUrl = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + weir.getAddress().getPort();
        sandbox = new Sandbox(baseUrl);
    }

    @AfterEach
    void stop() {
        weir.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "succeed,PAID,http://localhost:3001/ok?from=shop&orderCode=1796000000000123&status=completed#top",
        "decline,FAILED,http://localhost:3001/no?orderCode=1796000000000123&status=failed",
        "insufficient_funds,FAILED,http://localhost:3001/no?orderCode=1796000000000123&status=failed",
        "fails_on_renewal,PAID,http://localhost:3001/ok?from=shop&orderCode=1796000000000123&status=completed#top",
        "cancel,CANCELLED,http://localhost:3001/no?orderCode=1796000000000123&status=cancelled"})
    void an_outcome_is_told_by_a_signed_notice_and_the_browser_returns(String outcome, Fact.Outcome said,
    String next) {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        assertThat(checkouts.finish(Orders.PAYMENT, outcome, Map.of())).isEqualTo(next);
        assertThat(received).singleElement().satisfies(fact -> {
            assertThat(fact.outcome()).isEqualTo(said);
            assertThat(fact.subject()).isEqualTo(Subject.ofOrder(Orders.ORDER_CODE));
        });
    }

    @Test
    void authentication_leads_to_a_second_step_that_decides() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        assertThat(checkouts.finish(Orders.PAYMENT, "requires_authentication", Map.of()))
                .isEqualTo(baseUrl + "/sandbox/checkout/" + Orders.PAYMENT + "?step=confirm");
        assertThat(checkouts.finish(Orders.PAYMENT, "succeed", Map.of())).endsWith("status=completed#top");
        assertThat(received).extracting(Fact.OfPayment::outcome)
                .containsExactly(Fact.Outcome.PROCESSING, Fact.Outcome.PAID);
    }

    @Test
    void without_addresses_the_browser_goes_to_the_portal() {
        assertThat(checkouts("sandbox", PaymentStatus.PROCESSING, Payments.Return.NOWHERE)
                .finish(Orders.PAYMENT, "cancel", Map.of()))
                .isEqualTo(baseUrl + "/portal/billing?orderCode=" + Orders.ORDER_CODE + "&status=cancelled");
    }

    @Test
    void the_page_shows_what_is_to_be_paid_to_whom() {
        var page = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS).checkout(Orders.PAYMENT);
        assertThat(page.tenantName()).isEqualTo("Tenant 1");
        assertThat(page.amount().minor()).isEqualTo(99_000);
        assertThat(page.returnUrl()).isEqualTo(RETURNS.returnUrl());
    }

    @Test
    void other_gateways_payments_and_unknown_ones_have_no_page() {
        var manual = checkouts("manual", PaymentStatus.PENDING, RETURNS);
        assertThatThrownBy(() -> manual.checkout(Orders.PAYMENT)).hasMessage("PAYMENT_NOT_FOUND");
        assertThatThrownBy(() -> manual.finish(Orders.PAYMENT, "succeed", Map.of())).hasMessage("PAYMENT_NOT_FOUND");
        assertThatThrownBy(() -> manual.checkout(new PaymentId(new UUID(0, 1)))).hasMessage("PAYMENT_NOT_FOUND");
        assertThat(received).isEmpty();
    }

    @Test
    void a_decided_payment_and_an_invented_outcome_send_nothing() {
        assertThatThrownBy(() -> checkouts("sandbox", PaymentStatus.COMPLETED, RETURNS)
                .finish(Orders.PAYMENT, "succeed", Map.of()))
                .hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS)
                .finish(Orders.PAYMENT, "SUCCEED", Map.of()))
                .hasMessage("OUTCOME_UNKNOWN");
        assertThat(received).isEmpty();
    }

    @Test
    void the_payer_goes_on_while_a_notice_that_is_not_taken_is_sent_until_it_is() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        answer = 503;
        assertThat(checkouts.finish(Orders.PAYMENT, "succeed", Map.of())).endsWith("status=completed#top");
        assertThat(sandbox.upkeep.deliverDue(10)).as("not at once").isZero();
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertThat(sandbox.upkeep.deliverDue(10)).isEqualTo(1);
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertThat(sandbox.upkeep.deliverDue(10)).as("ever more seldom").isZero();
        answer = 200;
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertThat(sandbox.upkeep.deliverDue(10)).isEqualTo(1);
        sandbox.clock.advance(Duration.ofDays(1));
        assertThat(sandbox.upkeep.deliverDue(10)).isZero();
        assertThat(received).hasSize(3);
    }

    @Test
    void a_server_that_is_gone_is_tried_so_often_and_no_more() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        weir.stop(0);
        checkouts.finish(Orders.PAYMENT, "succeed", Map.of());
        int tries = 1;
        while (tries < 100 && sandbox.books.notices.waiting(TENANT.id()) > 0) {
            sandbox.clock.advance(Duration.ofHours(1));
            tries += sandbox.upkeep.deliverDue(10);
        }
        assertThat(tries).isEqualTo(Sending.TRIES);
    }

    @Test
    void a_wrong_signature_is_followed_by_a_right_one() {
        checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS)
                .finish(Orders.PAYMENT, "succeed", Map.of("bad_signature", "on"));
        assertThat(received).as("not believed").isEmpty();
        sandbox.clock.advance(Duration.ofSeconds(1));
        sandbox.upkeep.deliverDue(10);
        assertThat(received).hasSize(1);
    }

    @Test
    void a_script_delays_repeats_or_loses_what_is_told() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        assertThat(checkouts.finish(Orders.PAYMENT, "requires_authentication",
                Map.of("delay", "60", "duplicates", "2"))).endsWith("?step=confirm");
        assertThat(received).isEmpty();
        sandbox.clock.advance(Duration.ofMinutes(1));
        assertThat(sandbox.upkeep.deliverDue(10)).isEqualTo(3);
        assertThat(received).hasSize(3);
        assertThat(checkouts.finish(Orders.PAYMENT, "succeed", Map.of("lost", "on"))).endsWith("status=completed#top");
        sandbox.clock.advance(Duration.ofDays(1));
        assertThat(sandbox.upkeep.deliverDue(10)).isZero();
        assertThat(checkouts.checkout(Orders.PAYMENT).status()).as("the page knows").isEqualTo(PaymentStatus.COMPLETED);
        assertThatThrownBy(() -> checkouts.finish(Orders.PAYMENT, "succeed", Map.of())).hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> checkouts.finish(Orders.PAYMENT, "succeed", Map.of("x", "y")))
                .isInstanceOf(RuntimeException.class);
    }

    private HttpSandboxCheckouts checkouts(String gatewayName, PaymentStatus status, Payments.Return returns) {
        var found = new Found(TENANT, Orders.payment(gatewayName, status), returns);
        return new HttpSandboxCheckouts(id -> id.equals(Orders.PAYMENT) ? Optional.of(found) : Optional.empty(),
                sandbox.checkouts, sandbox.delivery, sandbox.pages);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = Map.of(SandboxSignature.HEADER, exchange.getRequestHeaders().getFirst(SandboxSignature.HEADER));
        var body = exchange.getRequestBody().readAllBytes();
        boolean isGenuine = sandbox.gateway.isGenuine(new Merchant(TENANT, Map.of()), headers, body);
        if (isGenuine) {
            received.add((Fact.OfPayment) sandbox.gateway.read(body).fact());
        }
        exchange.sendResponseHeaders(isGenuine ? answer : 400, -1);
        exchange.close();
    }
}
