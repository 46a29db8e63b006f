package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {
    private static final String SECRET = "whsec_one";
    private static final byte[] BODY = "{\"giá\":29}".getBytes(StandardCharsets.UTF_8);

    @Test
    void it_is_the_signature_that_stripes_own_library_makes() throws Exception {
        assertThat(StripeSignature.sign(SECRET, StripeShop.NOW, BODY)).isEqualTo(
                Webhook.Signature.generateSignatureHeader(new String(BODY, StandardCharsets.UTF_8), SECRET,
                        StripeShop.NOW.getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false", "-3600,true"})
    void only_age_is_held_against_a_message(long seconds, boolean good) {
        var header = StripeSignature.sign(SECRET, StripeShop.NOW, BODY);
        assertThat(StripeSignature.parse(header).orElseThrow()
                .isOf(List.of(SECRET), BODY, StripeShop.NOW.plusSeconds(seconds))).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_one", "whsec_two , whsec_one", "whsec_one,whsec_two,"})
    void while_a_secret_is_replaced_both_are_good(String secrets) {
        var headers = Map.of("stripe-signature", StripeSignature.sign(SECRET, StripeShop.NOW, BODY));
        for (var name : List.of("STRIPE_WEBHOOK_SECRET", "STRIPE_SIGNING_SECRET")) {
            assertThat(StripeShop.gateway(StripeShop.NOW).isGenuine(StripeShop.merchant(Map.of(name, secrets)), headers,
                    BODY)).isTrue();
        }
    }

    @Test
    void without_a_secret_or_with_another_nothing_is_believed() {
        var gateway = StripeShop.gateway(StripeShop.NOW);
        var headers = Map.of("stripe-signature", StripeSignature.sign(SECRET, StripeShop.NOW, BODY));
        assertThat(gateway.isGenuine(StripeShop.merchant(Map.of()), headers, BODY)).isFalse();
        assertThat(gateway.isGenuine(StripeShop.merchant(Map.of("STRIPE_WEBHOOK_SECRET", "whsec_two")), headers, BODY))
                .isFalse();
        assertThat(gateway.isGenuine(StripeShop.merchant(Map.of("STRIPE_WEBHOOK_SECRET", SECRET)), Map.of(), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=", "t=1,t=2,v1=00", "t=-1,v1=00", "t=1e9,v1=00", "t=99999999999999999999,v1=00", ",",
        "t=１,v1=00"})
    void a_malformed_header_is_no_signature(String header) {
        assertThat(StripeSignature.parse(header)).isEmpty();
    }
}
