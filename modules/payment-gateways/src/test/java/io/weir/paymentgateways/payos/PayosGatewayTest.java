package io.weir.paymentgateways.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.kernel.api.Money;
import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.paymentgateways.fakes.FakePayOS.Trouble;
import io.weir.paymentgateways.qr.QrReading;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayosGatewayTest implements GatewayContract {
    private final FakePayOS payos = new FakePayOS(() -> Shop.NOW);
    private final PayosGateway gateway = Shop.gateway();

    @AfterEach
    void stop() {
        payos.close();
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public Merchant configured() {
        return merchant();
    }

    @Override
    public Merchant notConfigured() {
        return Shop.merchant(payos, "PAYOS_CHECKSUM_KEY", "");
    }

    @Test
    void a_checkout_is_a_page_with_a_code_to_scan_and_an_end() throws Exception {
        var opened = gateway.open(merchant(), Shop.order(99_000));
        assertThat(opened.checkout().url().orElseThrow()).matches("https://pay\\.payos\\.vn/web/[0-9a-f]{32}")
                .endsWith(opened.checkout().linkId().orElseThrow());
        assertThat(QrReading.of(opened.checkout().qrCode().orElseThrow())).startsWith("00020101021238")
                .endsWith("R0A1B2C3D");
        assertThat(opened.expiresAt()).contains(Shop.NOW.plus(Duration.ofMinutes(30)));
        assertThat(opened.settled()).isEmpty();
        assertThat(payos.status(Shop.ORDER)).isEqualTo("PENDING");
    }

    @Test
    void what_is_sent_is_whole_dong_a_short_memo_and_where_to_go() {
        gateway.open(merchant(), Shop.order(99_000));
        assertThat(sent()).containsEntry("orderCode", Shop.ORDER).containsEntry("amount", 99_000)
                .containsEntry("description", "R0A1B2C3D")
                .containsEntry("returnUrl", "https://weir.example/portal/billing")
                .containsEntry("cancelUrl", "https://weir.example/portal/billing")
                .containsEntry("expiredAt", (int) Shop.NOW.plusSeconds(1800).getEpochSecond())
                .containsOnlyKeys("orderCode", "amount", "description", "returnUrl", "cancelUrl", "expiredAt",
                        "signature");
    }

    @Test
    void the_shops_addresses_come_before_the_tenants_and_those_before_the_portal() {
        var settings = new HashMap<>(payos.settings());
        settings.put("PAYOS_RETURN_URL", "https://iqx.vn/success");
        settings.put("PAYOS_CANCEL_URL", "https://iqx.vn/cancel");
        gateway.open(Shop.merchant("VND", settings), Shop.order(99_000));
        assertThat(sent()).containsEntry("returnUrl", "https://iqx.vn/success")
                .containsEntry("cancelUrl", "https://iqx.vn/cancel");
        try (var other = new FakePayOS(() -> Shop.NOW)) {
            settings.put("PAYOS_API_URL", other.url());
            gateway.open(Shop.merchant("VND", settings), Shop.order(new Money(99_000, Shop.DONG), "WR0A1B2C3D",
                    new Payments.Return(Optional.of("https://shop.vn/r?a=b c&d=ế"), Optional.empty())));
            assertThat(sent(other)).containsEntry("returnUrl", "https://shop.vn/r?a=b c&d=ế")
                    .containsEntry("cancelUrl", "https://shop.vn/r?a=b c&d=ế");
        }
    }

    @ParameterizedTest
    @CsvSource({"WR0A1B2C3D,R0A1B2C3D", "WR-1,WR1", "ế,000000123", "'',000000123"})
    void the_memo_is_nine_plain_characters_at_most(String reference, String memo) {
        gateway.open(merchant(), Shop.order(new Money(1, Shop.DONG), reference, Payments.Return.NOWHERE));
        assertThat(sent()).containsEntry("description", memo);
    }

    @Test
    void opening_again_finds_the_page_that_is_there() {
        var first = gateway.open(merchant(), Shop.order(99_000));
        assertThat(gateway.open(merchant(), Shop.order(99_000))).isEqualTo(first);
    }

    @Test
    void a_server_that_started_anew_finds_the_page_and_has_no_code_for_it() {
        var first = gateway.open(merchant(), Shop.order(99_000));
        var again = Shop.gateway().open(merchant(), Shop.order(99_000));
        assertThat(again.checkout().url()).isEqualTo(first.checkout().url());
        assertThat(again.checkout().linkId()).isEqualTo(first.checkout().linkId());
        assertThat(again.checkout().qrCode()).isEmpty();
        assertThat(again.expiresAt()).isEqualTo(first.expiresAt());
    }

    @Test
    void an_answer_that_was_lost_is_found_by_opening_again() {
        payos.is(Trouble.LOST_ANSWERS);
        assertThatThrownBy(() -> gateway.open(merchant(), Shop.order(99_000))).isInstanceOf(GatewayException.class)
                .hasMessageContaining("did not answer");
        payos.is(Trouble.NONE);
        assertThat(gateway.open(merchant(), Shop.order(99_000)).checkout().url()).isPresent();
        assertThat(payos.status(Shop.ORDER)).isEqualTo("PENDING");
    }

    @Test
    void an_order_code_of_another_payment_is_no_checkout_of_this_one() {
        gateway.open(merchant(), Shop.order(99_000));
        assertThatThrownBy(() -> gateway.open(merchant(), Shop.order(98_000))).isInstanceOf(GatewayException.class)
                .hasMessageContaining("another payment");
    }

    @Test
    void a_page_that_is_over_is_found_at_its_end() {
        gateway.open(merchant(), Shop.order(99_000));
        payos.expire(Shop.ORDER);
        assertThat(gateway.open(merchant(), Shop.order(99_000)).expiresAt()).contains(Shop.NOW);
        assertThat(gateway.inquiries().orElseThrow().ask(merchant(), Shop.opened(99_000)))
                .extracting(Fact.OfPayment::outcome).containsExactly(Fact.Outcome.CANCELLED);
    }

    @Test
    void only_dong_are_taken() {
        assertThat(gateway.isConfigured(merchant())).isTrue();
        var euros = Shop.merchant("EUR", payos.settings());
        assertThat(gateway.isConfigured(euros)).isFalse();
        assertThatThrownBy(() -> gateway.open(euros, Shop.order(99_000))).isInstanceOf(GatewayException.class)
                .hasMessageContaining("dong only");
        var order = Shop.order(new Money(4900, Currency.getInstance("USD")), "WR0A1B2C3D", Payments.Return.NOWHERE);
        assertThatThrownBy(() -> gateway.open(merchant(), order)).isInstanceOf(GatewayException.class)
                .hasMessageContaining("49.00 USD");
        assertThat(payos.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYOS_CLIENT_ID", "PAYOS_API_KEY", "PAYOS_CHECKSUM_KEY"})
    void without_a_key_it_is_not_there(String name) {
        var less = Shop.merchant(payos, name, " ");
        assertThat(gateway.isConfigured(less)).isFalse();
        assertThatThrownBy(() -> gateway.open(less, Shop.order(99_000))).isInstanceOf(GatewayException.class)
                .hasMessageContaining(name);
        assertThat(gateway.isGenuine(less, Map.of(), Vectors.body("paid, all fields")))
                .isEqualTo(!name.equals("PAYOS_CHECKSUM_KEY"));
    }

    @Test
    void keys_are_secret_and_the_rest_may_be_seen() {
        assertThat(gateway.settings().stream().filter(GatewaySetting::secret).map(GatewaySetting::name))
                .containsExactly("PAYOS_API_KEY", "PAYOS_CHECKSUM_KEY");
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatever_is_wrong_is_a_failure_of_the_gateway_that_tells_no_key(Trouble trouble) {
        payos.is(trouble);
        assertThatThrownBy(() -> gateway.open(merchant(), Shop.order(99_000)))
                .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.toString() + e.getCause())
                        .doesNotContain(FakePayOS.API_KEY).doesNotContain(FakePayOS.CHECKSUM_KEY));
    }

    @ParameterizedTest
    @CsvSource({"PAYOS_API_KEY,wrong,214", "PAYOS_CHECKSUM_KEY,wrong,201", "PAYOS_API_KEY,two\\nlines,characters",
        "PAYOS_API_URL,ftp://x,PAYOS_API_URL", "PAYOS_API_URL,not a url,PAYOS_API_URL",
        "PAYOS_API_URL,http://127.0.0.1:1,did not answer", "PAYOS_LINK_MINUTES,0,PAYOS_LINK_MINUTES",
        "PAYOS_LINK_MINUTES,1h,PAYOS_LINK_MINUTES"})
    void a_wrong_setting_is_told(String name, String value, String words) {
        var wrong = Shop.merchant(payos, name, value.replace("\\n", "\n"));
        assertThatThrownBy(() -> gateway.open(wrong, Shop.order(99_000))).isInstanceOf(GatewayException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_page_is_open_as_long_as_the_tenant_says_and_partners_are_named() {
        var settings = new HashMap<>(payos.settings());
        settings.put("PAYOS_LINK_MINUTES", "60");
        settings.put("PAYOS_PARTNER_CODE", "weir");
        assertThat(gateway.open(Shop.merchant("VND", settings), Shop.order(99_000)).expiresAt())
                .contains(Shop.NOW.plus(Duration.ofHours(1)));
        assertThat(payos.asked().get(0).headers()).containsEntry("x-partner-code", "weir");
    }

    @Test
    void a_message_about_a_transfer_is_believed_with_the_tenants_key_only() {
        gateway.open(merchant(), Shop.order(99_000));
        var message = payos.pay(Shop.ORDER, 99_000).getBytes(StandardCharsets.UTF_8);
        assertThat(gateway.isGenuine(merchant(), Map.of(), message)).isTrue();
        assertThat(gateway.isGenuine(Shop.merchant(payos, "PAYOS_CHECKSUM_KEY", "other"), Map.of(), message)).isFalse();
        assertThat(gateway.read(message).eventKey()).isEqualTo(Shop.ORDER + "/FT" + Shop.ORDER + "01");
    }

    private Merchant merchant() {
        return Shop.merchant(payos);
    }

    private Map<String, Object> sent() {
        return sent(payos);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sent(FakePayOS payos) {
        try {
            return new ObjectMapper().readValue(payos.asked().get(0).body(), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
