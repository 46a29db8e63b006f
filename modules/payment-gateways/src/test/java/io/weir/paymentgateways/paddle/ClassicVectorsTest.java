package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vector of {@code paddle-classic-webhooks.json}. */
class ClassicVectorsTest {
    private static final JsonNode VECTORS = Paddles.vectors("classic");

    static Stream<JsonNode> all() {
        return Paddles.cases("classic", null);
    }

    static Stream<JsonNode> readable() {
        return Paddles.cases("classic", "ACCEPT");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_message_is_taken_or_refused_under_either_form_of_the_key(JsonNode vector) {
        for (var form : new String[] {"PADDLE_PUBLIC_KEY_BASE64_of_pem", "PADDLE_PUBLIC_KEY_BASE64_of_der",
            "public_key_pem"}) {
            var merchant = Paddles.merchant(Map.of("PADDLE_VENDOR_ID", "1", "PADDLE_API_KEY", "code",
                    "PADDLE_PUBLIC_KEY_BASE64", VECTORS.path(form).asText()));
            assertThat(Paddles.gateway(Paddles.NOW).isGenuine(merchant, Map.of(), body(vector)))
                    .isEqualTo(vector.path("expect").asText().equals("ACCEPT"));
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_is_signed_is_the_fields_as_php_writes_them(JsonNode vector) {
        assertThat(new String(ClassicForm.of(body(vector)).signed(), StandardCharsets.UTF_8))
                .isEqualTo(vector.path("serialized").asText());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_it_says_is_read(JsonNode vector) {
        var notice = read(vector);
        var form = ClassicForm.of(body(vector));
        assertThat(notice.type()).isEqualTo(vector.path("alert_name").asText());
        assertThat(notice.eventKey()).isEqualTo(form.required("alert_id"));
        assertThat(notice.occurredAt()).contains(Paddles.NOW);
        vector.path("expected_fields").properties().forEach(expected -> {
            if (!expected.getKey().equals("tenant")) {
                assertThat(form.field(expected.getKey())).contains(expected.getValue().asText());
            }
        });
        switch (notice.type()) {
            case "subscription_payment_succeeded" -> isFirstPayment(notice.fact());
            case "subscription_cancelled" -> isAgreement(notice.fact(), true, "2026-08-30T00:00:00Z");
            default -> isAgreement(notice.fact(), false, "2026-08-30T00:00:00Z");
        }
    }

    @Test
    void a_redelivered_alert_has_the_same_key() {
        var keys = readable().filter(vector -> vector.path("semantics").asText().contains("DUPLICATE")
                || vector.path("name").asText().equals("subscription_created")).map(vector -> read(vector).eventKey());
        assertThat(keys).containsExactly("900000001", "900000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "-----BEGIN PUBLIC KEY-----", "AAAA", "!!"})
    void what_is_no_key_verifies_nothing(String key) {
        assertThat(ClassicSignature.key(key)).isEmpty();
        assertThat(ClassicSignature.matches(key, body(readable().findFirst().orElseThrow()))).isFalse();
    }

    private static void isFirstPayment(Fact fact) {
        assertThat(fact).isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.outcome()).isEqualTo(Fact.Outcome.PAID);
            assertThat(paid.amount()).contains(Paddles.usd(2900));
            assertThat(paid.gatewayReference()).contains("123456-7890123");
            assertThat(paid.agreement().map(AgreementState::reference)).contains("555001");
        });
    }

    private static void isAgreement(Fact fact, boolean ends, String until) {
        assertThat(fact).isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> assertThat(changed.state())
                .isEqualTo(new AgreementState("555001", Optional.of("42"), AgreementState.Status.ACTIVE, ends,
                        Optional.of(Instant.parse(until)), Optional.empty())));
    }

    private static Notice read(JsonNode vector) {
        return Paddles.gateway(Paddles.NOW).read(body(vector));
    }

    private static byte[] body(JsonNode vector) {
        return Paddles.bytes(vector.path("body").asText());
    }
}
