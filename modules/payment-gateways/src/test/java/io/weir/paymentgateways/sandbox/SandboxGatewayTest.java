package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Notice;
import io.weir.tenancy.api.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxGatewayTest implements GatewayContract {
    private final SandboxGateway gateway = SandboxFakes.gateway("http://127.0.0.1:9080", SandboxFakes.NOW);

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public Tenant configured() {
        return Orders.tenant(1, "VND", true, Map.of());
    }

    @Override
    public Tenant notConfigured() {
        return Orders.tenant(1, "VND", false, Map.of());
    }

    @Test
    void its_page_is_on_this_server() {
        var checkout = gateway.open(configured(), Orders.of(99_000, "VND"));
        assertThat(checkout.url()).contains("http://127.0.0.1:9080/sandbox/checkout/" + Orders.PAYMENT);
        assertThat(checkout.linkId()).isPresent();
        assertThat(checkout.qrCode()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SandboxOutcome.class)
    void every_outcome_is_read_as_it_was_meant(SandboxOutcome outcome) {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), outcome).toBody();
        var notice = gateway.read(configured(), signed(configured(), body), body).orElseThrow();
        assertThat(notice.outcome()).isEqualTo(outcome.said());
        assertThat(notice.orderCode()).isEqualTo(Orders.ORDER_CODE);
        assertThat(notice.amount()).isEqualTo(Orders.of(99_000, "VND").amount());
        assertThat(notice.words()).contains(outcome.words());
        assertThat(notice.gatewayReference().isPresent()).isEqualTo(outcome == SandboxOutcome.SUCCEED);
    }

    @ParameterizedTest
    @CsvSource({"succeed,PAID", "decline,FAILED", "insufficient_funds,FAILED", "requires_authentication,PROCESSING",
        "cancel,CANCELLED"})
    void outcomes_have_these_names(String word, Notice.Outcome said) {
        assertThat(SandboxOutcome.named(word).map(SandboxOutcome::said)).contains(said);
    }

    @Test
    void two_events_never_share_a_key() {
        var payment = Orders.payment("sandbox", PaymentStatus.PROCESSING);
        assertThat(SandboxEvent.of(payment, SandboxOutcome.SUCCEED).id())
                .isNotEqualTo(SandboxEvent.of(payment, SandboxOutcome.SUCCEED).id());
    }

    @Test
    void another_tenants_key_signs_nothing_here() {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED)
                .toBody();
        var other = Orders.tenant(2, "VND", true, Map.of());
        assertThat(gateway.read(configured(), signed(other, body), body)).isEmpty();
    }

    @Test
    void a_tampered_or_stale_notice_is_not_believed() {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED)
                .toBody();
        var cheaper = new String(body, StandardCharsets.UTF_8).replace("99000", "1").getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.read(configured(), signed(configured(), body), cheaper)).isEmpty();
        var later = SandboxFakes.gateway("http://127.0.0.1:9080", SandboxFakes.NOW.plusSeconds(301));
        assertThat(later.read(configured(), signed(configured(), body), body)).isEmpty();
    }

    @Test
    void a_tenant_that_is_no_sandbox_gets_no_notices() {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED)
                .toBody();
        assertThat(gateway.read(notConfigured(), signed(configured(), body), body)).isEmpty();
    }

    @Test
    void an_unknown_type_is_of_no_consequence() {
        var body = "{\"id\":\"sbx_1\",\"type\":\"payment.pondered\",\"orderCode\":1,\"amount\":1,\"currency\":\"VND\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.read(configured(), signed(configured(), body), body).map(Notice::outcome))
                .isEqualTo(Optional.of(Notice.Outcome.IGNORED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "not json",
            "{\"id\":\"1\",\"type\":\"payment.paid\",\"currency\":\"dong\"}"})
    void what_is_signed_but_no_event_is_not_read(String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.read(configured(), signed(configured(), body), body)).isEmpty();
    }

    private Map<String, String> signed(Tenant by, byte[] body) {
        return Map.of(SandboxSignature.HEADER, gateway.sign(by, body));
    }
}
