package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxGatewayTest implements GatewayContract {
    private final Sandbox sandbox = new Sandbox("http://127.0.0.1:9080");
    private final SandboxGateway gateway = sandbox.gateway;
    private static final OpenedOrder OPENED = new OpenedOrder(Orders.PAYMENT, Orders.ORDER_CODE,
            Orders.of(99_000, "VND").amount(), Optional.empty(), Optional.empty());

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

    @Override
    public Optional<Renewal> renewal() {
        var begun = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of());
        sandbox.told();
        sandbox.clock.advanceTenants(Duration.ofDays(28));
        sandbox.upkeep.chargeDue(1);
        return Optional.of(new Renewal(begun.reference(), sandbox.books.notices.queue.stream()
                .map(sending -> sending.event().toNotice().fact()).toList()));
    }

    @Override
    public Optional<Kept> kept() {
        for (var card : List.of(TestCard.SUCCEED, TestCard.INSUFFICIENT_FUNDS, TestCard.ALWAYS_AUTHENTICATES)) {
            sandbox.books.methods.use(configured().tenant().id(), Orders.PAYER.account(), card, SandboxFakes.NOW);
        }
        return Optional.of(new Kept(Orders.PAYER, "succeed", "insufficient_funds", "always_authenticates",
                () -> sandbox.books.notices.queue.stream().map(sending -> sending.event().toNotice().fact()).toList()));
    }

    @Test
    void its_page_is_on_this_server_for_a_day() {
        var opened = gateway.open(configured(), Orders.of(99_000, "VND"));
        assertThat(opened.checkout().url()).contains("http://127.0.0.1:9080/sandbox/checkout/" + Orders.PAYMENT);
        assertThat(opened.checkout().linkId()).isPresent();
        assertThat(opened.checkout().qrCode()).isEmpty();
        assertThat(opened.expiresAt()).contains(SandboxFakes.NOW.plusSeconds(86_400));
    }

    @Test
    void a_tenants_script_is_the_one_of_its_checkouts() {
        gateway.open(new Merchant(Sandbox.TENANT, Map.of(CheckoutDesk.SCRIPT, "lost")), Sandbox.monthly());
        assertThat(sandbox.books.checkouts.all.get(Orders.PAYMENT).script().lost()).isTrue();
        var wrong = new Merchant(Sandbox.TENANT, Map.of(CheckoutDesk.SCRIPT, "hurry"));
        assertThatThrownBy(() -> gateway.open(wrong, Sandbox.monthly())).isInstanceOf(GatewayException.class);
    }

    @ParameterizedTest
    @EnumSource(SandboxOutcome.class)
    void whoever_asks_hears_what_the_notice_says(SandboxOutcome outcome) {
        gateway.open(configured(), Sandbox.monthly());
        assertThat(gateway.inquiries().orElseThrow().ask(configured(), OPENED)).isEmpty();
        sandbox.checkouts.decide(Sandbox.found(PaymentStatus.PROCESSING), outcome, Map.of());
        var body = sandbox.books.notices.queue.get(0).event().toBody();
        assertThat(gateway.isGenuine(configured(), signed(configured(), body), body)).isTrue();
        var told = (Fact.OfPayment) gateway.read(body).fact();
        assertThat(told.outcome()).isEqualTo(outcome.said());
        assertThat(told.subject().orderCode()).hasValue(Orders.ORDER_CODE);
        assertThat(told.amount()).contains(Orders.of(99_000, "VND").amount());
        assertThat(told.words()).contains(outcome.words());
        assertThat(gateway.inquiries().orElseThrow().ask(configured(), OPENED)).singleElement().satisfies(heard -> {
            assertThat(heard.outcome()).isEqualTo(told.outcome());
            assertThat(heard.gatewayReference()).isEqualTo(told.gatewayReference());
            assertThat(heard.agreement()).isEqualTo(told.agreement());
        });
        boolean isPaid = outcome.said() == Fact.Outcome.PAID;
        assertThat(told.gatewayReference().isPresent()).isEqualTo(isPaid);
        assertThat(told.agreement().isPresent()).isEqualTo(isPaid);
    }

    @Test
    void what_is_bought_once_begins_no_agreement() {
        gateway.open(configured(), Orders.of(99_000, "VND"));
        sandbox.checkouts.decide(Sandbox.found(PaymentStatus.PROCESSING), SandboxOutcome.SUCCEED, Map.of());
        assertThat(sandbox.told()).containsExactly(SandboxEvent.PAID);
        assertThat(sandbox.agreement()).isNull();
    }

    @Test
    void a_closed_checkout_is_paid_by_nobody() {
        gateway.open(configured(), Sandbox.monthly());
        gateway.inquiries().orElseThrow().close(configured(), OPENED);
        gateway.inquiries().orElseThrow().close(configured(), OPENED);
        assertThatThrownBy(() -> sandbox.checkouts.decide(Sandbox.found(PaymentStatus.PROCESSING),
                SandboxOutcome.SUCCEED, Map.of())).hasMessage("PAYMENT_DECIDED");
        assertThat(gateway.inquiries().orElseThrow().ask(configured(), OPENED)).singleElement()
                .satisfies(fact -> assertThat(fact.outcome()).isEqualTo(Fact.Outcome.CANCELLED));
    }

    @ParameterizedTest
    @CsvSource({"succeed,PAID", "decline,FAILED", "insufficient_funds,FAILED", "requires_authentication,PROCESSING",
        "fails_on_renewal,PAID", "cancel,CANCELLED"})
    void outcomes_have_these_names(String word, Fact.Outcome said) {
        assertThat(SandboxOutcome.named(word).map(SandboxOutcome::said)).contains(said);
    }

    @Test
    void the_cards_that_paid_are_kept_without_a_number() {
        sandbox.subscribed(SandboxOutcome.FAILS_ON_RENEWAL, Map.of());
        var methods = gateway.savedMethods().orElseThrow();
        assertThat(methods.list(configured(), Orders.PAYER)).singleElement().satisfies(method -> {
            assertThat(method.last4()).contains("0341");
            assertThat(method.brand()).contains("visa");
            assertThat(method.usual()).isTrue();
        });
        assertThat(methods.remove(configured(), Orders.PAYER, "fails_on_renewal")).isTrue();
        assertThat(methods.remove(configured(), Orders.PAYER, "fails_on_renewal")).isFalse();
        assertThat(methods.remove(configured(), Orders.PAYER, "4242")).isFalse();
    }

    @Test
    void its_checkup_says_whose_it_is_and_its_test_notice_is_taken() {
        var checkup = gateway.checkup().orElseThrow();
        assertThat(checkup.ask(configured())).contains("Tenant 1");
        assertThatThrownBy(() -> checkup.ask(notConfigured())).isInstanceOf(GatewayException.class);
        var message = checkup.testNotice(configured(), "1");
        assertThat(gateway.isGenuine(configured(), message.headers(), message.body())).isTrue();
        assertThat(gateway.read(message.body()).fact()).isEqualTo(Fact.Nothing.AT_ALL);
    }

    @Test
    void a_notice_may_also_be_signed_with_the_secret_that_was_set() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var signed = Map.of(SandboxSignature.HEADER, SandboxSignature.sign("own".getBytes(StandardCharsets.UTF_8),
                SandboxFakes.NOW, body));
        assertThat(gateway.isGenuine(new Merchant(Sandbox.TENANT, Map.of(SandboxKeys.SECRET, "own")), signed, body))
                .isTrue();
        assertThat(gateway.isGenuine(configured(), signed, body)).isFalse();
    }

    @Test
    void another_tenants_key_signs_nothing_here() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.isGenuine(configured(), signed(merchant(2, true), body), body)).isFalse();
    }

    @Test
    void a_tampered_or_stale_notice_is_not_believed() {
        var body = "{\"amount\":99000}".getBytes(StandardCharsets.UTF_8);
        var signature = signed(configured(), body);
        var cheaper = "{\"amount\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.isGenuine(configured(), signature, cheaper)).isFalse();
        sandbox.clock.advance(SandboxSignature.TOLERANCE.plusSeconds(1));
        assertThat(gateway.isGenuine(configured(), signature, body)).isFalse();
    }

    @Test
    void a_tenant_that_is_no_sandbox_gets_no_notices() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.isGenuine(notConfigured(), signed(configured(), body), body)).isFalse();
    }

    @Test
    void an_unknown_type_is_of_no_consequence_and_old_bodies_are_read() {
        var body = ("{\"id\":\"sbx_1\",\"type\":\"payment.pondered\",\"sandbox\":true,\"orderCode\":1,\"amount\":1,"
                + "\"currency\":\"VND\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.read(body).fact()).isEqualTo(new Fact.Nothing(Subject.ofOrder(1)));
        assertThat(gateway.claimedSubject(body)).contains(Subject.ofOrder(1));
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
        return Map.of(SandboxSignature.HEADER, sandbox.keys.sign(by.tenant(), body));
    }
}
