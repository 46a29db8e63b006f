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
    private SandboxGateway gateway;
    private volatile int answer = 200;

    @BeforeEach
    void listen() throws IOException {
        weir = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weir.createContext("/api/webhooks/sandbox/tenant1", this::receive);
        weir.start();
        baseUrl = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + weir.getAddress().getPort();
        gateway = SandboxFakes.gateway(baseUrl, SandboxFakes.NOW);
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
        "cancel,CANCELLED,http://localhost:3001/no?orderCode=1796000000000123&status=cancelled"})
    void an_outcome_is_told_by_a_signed_notice_and_the_browser_returns(String outcome, Fact.Outcome said,
    String next) {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        assertThat(checkouts.finish(Orders.PAYMENT, outcome)).isEqualTo(next);
        assertThat(received).singleElement().satisfies(fact -> {
            assertThat(fact.outcome()).isEqualTo(said);
            assertThat(fact.subject()).isEqualTo(Subject.ofOrder(Orders.ORDER_CODE));
        });
    }

    @Test
    void authentication_leads_to_a_second_step_that_decides() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        assertThat(checkouts.finish(Orders.PAYMENT, "requires_authentication"))
                .isEqualTo(baseUrl + "/sandbox/checkout/" + Orders.PAYMENT + "?step=confirm");
        assertThat(checkouts.finish(Orders.PAYMENT, "succeed")).endsWith("status=completed#top");
        assertThat(received).extracting(Fact.OfPayment::outcome)
                .containsExactly(Fact.Outcome.PROCESSING, Fact.Outcome.PAID);
    }

    @Test
    void without_addresses_the_browser_goes_to_the_portal() {
        assertThat(checkouts("sandbox", PaymentStatus.PROCESSING, Payments.Return.NOWHERE)
                .finish(Orders.PAYMENT, "cancel"))
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
        assertThatThrownBy(() -> manual.finish(Orders.PAYMENT, "succeed")).hasMessage("PAYMENT_NOT_FOUND");
        assertThatThrownBy(() -> manual.checkout(new PaymentId(new UUID(0, 1)))).hasMessage("PAYMENT_NOT_FOUND");
        assertThat(received).isEmpty();
    }

    @Test
    void a_decided_payment_and_an_invented_outcome_send_nothing() {
        assertThatThrownBy(() -> checkouts("sandbox", PaymentStatus.COMPLETED, RETURNS)
                .finish(Orders.PAYMENT, "succeed"))
                .hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS)
                .finish(Orders.PAYMENT, "SUCCEED"))
                .hasMessage("OUTCOME_UNKNOWN");
        assertThat(received).isEmpty();
    }

    @Test
    void a_notice_that_is_not_taken_is_a_failure_of_the_gateway() {
        var checkouts = checkouts("sandbox", PaymentStatus.PROCESSING, RETURNS);
        answer = 500;
        assertThatThrownBy(() -> checkouts.finish(Orders.PAYMENT, "succeed")).hasMessage("GATEWAY_FAILED");
        weir.stop(0);
        assertThatThrownBy(() -> checkouts.finish(Orders.PAYMENT, "succeed")).hasMessage("GATEWAY_FAILED");
    }

    private HttpSandboxCheckouts checkouts(String gatewayName, PaymentStatus status, Payments.Return returns) {
        var found = new Found(TENANT, Orders.payment(gatewayName, status), returns);
        return new HttpSandboxCheckouts(id -> id.equals(Orders.PAYMENT) ? Optional.of(found) : Optional.empty(),
                gateway, new SandboxPages(new SandboxFakes.At(baseUrl)));
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = Map.of(SandboxSignature.HEADER, exchange.getRequestHeaders().getFirst(SandboxSignature.HEADER));
        var body = exchange.getRequestBody().readAllBytes();
        if (gateway.isGenuine(new Merchant(TENANT, Map.of()), headers, body)) {
            received.add((Fact.OfPayment) gateway.read(body).fact());
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }
}
