package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePaddle;
import io.weir.paymentgateways.fakes.FakePaddleClassic;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.UnreadableNoticeException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of Paddle's languages a merchant's gateway speaks. */
class PaddleEditionsTest {
    private static final Clock CLOCK = Clock.fixed(Paddles.NOW, ZoneOffset.UTC);
    private final PaddleGateway gateway = Paddles.gateway(Paddles.NOW);
    private FakePaddle billing;
    private FakePaddleClassic classic;

    @BeforeEach
    void open() throws IOException {
        billing = new FakePaddle(CLOCK);
        classic = new FakePaddleClassic(CLOCK);
    }

    @AfterEach
    void close() {
        billing.close();
        classic.close();
    }

    @Test
    void who_moves_over_sells_by_billing_and_keeps_what_classic_sold() {
        var before = Paddles.with(Paddles.merchant(classic.settings()), "PADDLE_PRICE_CO_BAN_MONTHLY", "7001");
        classic.pay(gateway.open(before, Orders.monthly(2900, "USD")).checkout().url().orElseThrow());
        var both = both();
        assertThat(gateway.open(both, Orders.of(2900, "USD")).checkout().linkId().orElseThrow()).startsWith("txn_");
        assertThat(gateway.isGenuine(both, Map.of(), classic.undelivered().get(0))).isTrue();
        assertThat(gateway.agreements().orElseThrow().look(both, classic.subscriptions().get(0)).status())
                .isEqualTo(AgreementState.Status.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"PADDLE_API_KEY|PADDLE_WEBHOOK_SECRET,true", "PADDLE_VENDOR_ID|PADDLE_API_KEY,false",
        "PADDLE_VENDOR_ID|PADDLE_API_KEY|PADDLE_PUBLIC_KEY_BASE64,true", "PADDLE_WEBHOOK_SECRET,false",
        "PADDLE_VENDOR_ID|PADDLE_VENDOR_AUTH_CODE|PADDLE_PUBLIC_KEY_BASE64,true",
        "PADDLE_VENDOR_ID|PADDLE_PUBLIC_KEY_BASE64,false"})
    void what_a_merchant_needs(String names, boolean enough) {
        var settings = new HashMap<String, String>();
        for (var name : names.split("\\|")) {
            settings.put(name, "1");
        }
        assertThat(gateway.isConfigured(Paddles.merchant(settings))).isEqualTo(enough);
    }

    @Test
    void each_edition_believes_only_its_own_key() throws IOException {
        var body = Paddles.bytes("{}");
        var header = Map.of("paddle-signature", billing.signature(body));
        assertThat(gateway.isGenuine(Paddles.merchant(billing.settings()), header, body)).isTrue();
        assertThat(gateway.isGenuine(Paddles.merchant(classic.settings()), header, body)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,5,true", "5,5,true", "6,5,false", "6,60,true", "-3600,5,true", "6,junk,false"})
    void the_age_that_is_allowed_is_the_merchants(long age, String tolerance, boolean good) {
        var body = Paddles.bytes("{}");
        var merchant = Paddles.with(Paddles.merchant(billing.settings()), "PADDLE_TOLERANCE_SECONDS", tolerance);
        var header = FakePaddle.signature(body, Paddles.NOW.minusSeconds(age));
        assertThat(gateway.isGenuine(merchant, Map.of("paddle-signature", header), body)).isEqualTo(good);
    }

    @Test
    void whose_a_message_is_can_be_seen_before_it_is_verified() {
        gateway.open(Paddles.merchant(billing.settings()), Orders.of(2900, "USD"));
        var created = Paddles.bytes(billing.undelivered().get(0));
        assertThat(gateway.claimedSubject(created).orElseThrow().payment()).contains(Orders.PAYMENT);
        classic.pay(gateway.open(Paddles.merchant(classic.settings()), Orders.of(2900, "USD")).checkout().url()
                .orElseThrow());
        assertThat(gateway.claimedSubject(classic.undelivered().get(0)).orElseThrow().payment())
                .contains(Orders.PAYMENT);
        assertThat(gateway.claimedSubject(Paddles.bytes("{\"event_id\":\"1\"}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "a=1", "alert_name=payment_succeeded", "alert_name=x&alert_id=1&alert_id=2",
        "{\"event_id\":\"1\",\"event_type\":\"transaction.completed\",\"occurred_at\":\"2026-07-30T00:00:00Z\"}",
        "{\"event_id\":\"1\",\"event_type\":\"weir.test\",\"occurred_at\":\"today\"}"})
    void half_a_message_is_unreadable(String text) {
        assertThatThrownBy(() -> gateway.read(Paddles.bytes(text))).isInstanceOf(UnreadableNoticeException.class);
    }

    @Test
    void the_fakes_deliver_over_http() throws Exception {
        gateway.open(Paddles.merchant(billing.settings()), Orders.of(2900, "USD"));
        assertThat(billing.deliverTo(URI.create(classic.url() + "/nowhere"))).containsExactly(404);
        assertThat(billing.undelivered()).isEmpty();
    }

    private Merchant both() {
        var settings = new HashMap<>(classic.settings());
        settings.putAll(billing.settings());
        settings.put("PADDLE_VENDOR_AUTH_CODE", FakePaddleClassic.AUTH_CODE);
        return Paddles.merchant(settings);
    }
}
