package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    public Merchant configured() {
        return merchant(1, true);
    }

    @Override
    public Merchant notConfigured() {
        return merchant(1, false);
    }

    @Test
    void its_page_is_on_this_server() {
        var checkout = gateway.open(configured(), Orders.of(99_000, "VND")).checkout();
        assertThat(checkout.url()).contains("http://127.0.0.1:9080/sandbox/checkout/" + Orders.PAYMENT);
        assertThat(checkout.linkId()).isPresent();
        assertThat(checkout.qrCode()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SandboxOutcome.class)
    void every_outcome_is_read_as_it_was_meant(SandboxOutcome outcome) {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), outcome).toBody();
        assertThat(gateway.isGenuine(configured(), signed(configured(), body), body)).isTrue();
        var fact = (Fact.OfPayment) gateway.read(body).fact();
        assertThat(fact.outcome()).isEqualTo(outcome.said());
        assertThat(fact.subject()).isEqualTo(Subject.ofOrder(Orders.ORDER_CODE));
        assertThat(fact.amount()).contains(Orders.of(99_000, "VND").amount());
        assertThat(fact.words()).contains(outcome.words());
        assertThat(fact.gatewayReference().isPresent()).isEqualTo(outcome == SandboxOutcome.SUCCEED);
    }

    @ParameterizedTest
    @CsvSource({"succeed,PAID", "decline,FAILED", "insufficient_funds,FAILED", "requires_authentication,PROCESSING",
        "cancel,CANCELLED"})
    void outcomes_have_these_names(String word, Fact.Outcome said) {
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
        assertThat(gateway.isGenuine(configured(), signed(merchant(2, true), body), body)).isFalse();
    }

    @Test
    void a_tampered_or_stale_notice_is_not_believed() {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED)
                .toBody();
        var cheaper = new String(body, StandardCharsets.UTF_8).replace("99000", "1").getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.isGenuine(configured(), signed(configured(), body), cheaper)).isFalse();
        var later = SandboxFakes.gateway("http://127.0.0.1:9080", SandboxFakes.NOW.plusSeconds(301));
        assertThat(later.isGenuine(configured(), signed(configured(), body), body)).isFalse();
    }

    @Test
    void a_tenant_that_is_no_sandbox_gets_no_notices() {
        var body = SandboxEvent.of(Orders.payment("sandbox", PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED)
                .toBody();
        assertThat(gateway.isGenuine(notConfigured(), signed(configured(), body), body)).isFalse();
    }

    @Test
    void an_unknown_type_is_of_no_consequence() {
        var body = "{\"id\":\"sbx_1\",\"type\":\"payment.pondered\",\"orderCode\":1,\"amount\":1,\"currency\":\"VND\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.read(body).fact()).isEqualTo(new Fact.Nothing(Subject.ofOrder(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "not json",
            "{\"id\":\"1\",\"type\":\"payment.paid\",\"currency\":\"dong\"}"})
    void what_is_no_event_is_not_read(String text) {
        assertThatThrownBy(() -> gateway.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableNoticeException.class);
    }

    private static Merchant merchant(long number, boolean sandbox) {
        return new Merchant(Orders.tenant(number, "VND", sandbox, Map.of()), Map.of());
    }

    private Map<String, String> signed(Merchant by, byte[] body) {
        return Map.of(SandboxSignature.HEADER, gateway.sign(by.tenant(), body));
    }
}
