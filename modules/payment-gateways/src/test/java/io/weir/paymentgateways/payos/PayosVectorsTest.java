package io.weir.paymentgateways.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.paymentgateways.fakes.PayOSSigner;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every recorded case: what PayOS's own software sends is what we send, what it accepts is what we believe. */
class PayosVectorsTest {
    @ParameterizedTest
    @MethodSource("requests")
    void a_request_is_signed_as_the_vendor_does(JsonNode one) {
        var request = request(one.get("request"));
        assertThat(request.signedText()).isEqualTo(one.get("string_to_sign").textValue());
        assertThat(request.signed(Vectors.KEY)).containsEntry("signature", one.get("signature").textValue());
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void a_message_is_believed_when_the_vendor_would(JsonNode one) {
        var body = body(one);
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), body))
                .isEqualTo(one.get("expect").textValue().equals("ACCEPT"));
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY + "0"), body)).isFalse();
        assertThat(PayosNotices.isGenuine(Optional.empty(), body)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void what_is_signed_is_the_vendors_text(JsonNode one) {
        if (one.get("expect").textValue().equals("ACCEPT")) {
            var fields = RawJson.object(body(one)).part("data").orElseThrow();
            assertThat(PayosSignature.text(fields)).isEqualTo(one.get("string_to_sign").textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void a_genuine_message_is_money_for_its_order(JsonNode one) throws Exception {
        if (one.get("expect").textValue().equals("ACCEPT")) {
            var data = new ObjectMapper().readTree(one.get("body").textValue()).get("data");
            var notice = PayosNotices.read(body(one));
            assertThat(notice.fact()).isInstanceOfSatisfying(Fact.OfPayment.class, fact -> {
                assertThat(fact.outcome()).isEqualTo(Fact.Outcome.RECEIVED);
                assertThat(fact.subject().orderCode()).hasValue(data.get("orderCode").longValue());
                assertThat(fact.amount().orElseThrow().minor()).isEqualTo(data.get("amount").longValue());
                assertThat(fact.gatewayReference()).contains(data.get("reference").textValue());
            });
            assertThat(notice.occurredAt()).contains(Shop.NOW);
            assertThat(PayosNotices.claimedSubject(body(one))).contains(notice.fact().subject());
        }
    }

    @Test
    void the_same_transfer_told_again_has_the_same_key_and_another_transfer_has_not() {
        var first = PayosNotices.read(Vectors.body("paid, all fields"));
        assertThat(first.eventKey()).isEqualTo("20260730001/FT26211000001");
        assertThat(PayosNotices.read(Vectors.body("duplicate delivery")).eventKey()).isEqualTo(first.eventKey());
        assertThat(PayosNotices.read(Vectors.body("second transfer")).eventKey()).isNotEqualTo(first.eventKey());
    }

    @Test
    void the_vendors_published_sample_has_its_published_signature() {
        var vendor = Vectors.ALL.get("vendor_vector");
        var fields = RawJson.object(Vectors.bytes(vendor.get("data")));
        assertThat(PayosSignature.of(vendor.get("checksum_key").textValue(), fields))
                .isEqualTo(vendor.get("signature").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "get_paid", "cancelled"})
    void an_answer_is_verified_over_the_vendors_text(String name) {
        var answer = PayosAnswer.read(200, Vectors.bytes(Vectors.ALL.get("responses").get(name)));
        assertThat(PayosSignature.text(answer.unsigned()))
                .isEqualTo(Vectors.ALL.get("responses").get(name).get("string_to_sign").textValue());
        assertThat(answer.signedWith(Vectors.KEY)).isEqualTo(answer.unsigned());
        assertThatThrownBy(() -> answer.signedWith("other")).isInstanceOf(GatewayException.class)
                .hasMessageContaining("signature");
    }

    @Test
    void the_answer_about_an_address_is_not_signed() {
        var answer = PayosAnswer.read(200, Vectors.bytes(Vectors.ALL.get("responses").get("confirm_webhook")));
        assertThat(answer.unsigned().text("accountName")).contains("CONG TY TEST");
        assertThatThrownBy(() -> answer.signedWith(Vectors.KEY)).isInstanceOf(GatewayException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error_signature", "error_order_exists", "error_validation_example"})
    void a_refusal_is_told_with_the_vendors_words(String name) {
        var json = Vectors.ALL.get("responses").get(name);
        var answer = PayosAnswer.read(200, Vectors.bytes(json));
        assertThat(answer.isFine()).isFalse();
        assertThat(answer.isOrderCodeUsed()).isEqualTo(name.equals("error_order_exists"));
        assertThatThrownBy(answer::unsigned).isInstanceOf(GatewayException.class)
                .hasMessageContaining(json.get("code").textValue()).hasMessageContaining(json.get("desc").textValue());
    }

    @ParameterizedTest
    @MethodSource("observed")
    void our_client_asks_as_the_vendors_does(JsonNode one) throws Exception {
        try (var payos = new FakePayOS(() -> Shop.NOW)) {
            ask(new PayosClient(HttpClient.newHttpClient(), account(payos)), one);
            assertThat(payos.asked().stream().filter(a -> a.path().equals(one.get("url").textValue()))).singleElement()
                    .satisfies(asked -> {
                        assertThat(asked.method()).isEqualTo(one.get("method").textValue());
                        one.get("headers").properties().forEach(header ->
                                assertThat(asked.headers()).containsEntry(header.getKey(), header.getValue().asText()));
                        assertThat(asked.headers()).doesNotContainKey("x-partner-code");
                        assertThat(asked.body()).isEqualTo(one.get("body").asText(""));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void the_fake_signs_as_the_vendor_does(JsonNode one) throws Exception {
        if (one.get("expect").textValue().equals("ACCEPT")) {
            var body = new ObjectMapper().readTree(one.get("body").textValue());
            assertThat(new PayOSSigner(Vectors.KEY).sign(body.withObject("data")))
                    .isEqualTo(body.get("signature").textValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "get_paid", "cancelled"})
    void the_fakes_answers_are_signed_as_the_vendors(String name) {
        var json = Vectors.ALL.get("responses").get(name);
        assertThat(new PayOSSigner(Vectors.KEY).sign(json.withObject("data")))
                .isEqualTo(json.get("signature").textValue());
    }

    private static void ask(PayosClient client, JsonNode one) throws Exception {
        var body = one.get("body").isNull() ? null : new ObjectMapper().readTree(one.get("body").textValue());
        var url = one.get("url").textValue();
        if (url.equals("/confirm-webhook")) {
            // Nobody listens there: the fake's sample does not arrive, and it says so.
            assertThatThrownBy(() -> client.confirmWebhook(body.get("webhookUrl").textValue()).unsigned())
                    .isInstanceOf(GatewayException.class);
        } else if (url.endsWith("/cancel")) {
            client.cancel(20_260_730_001L, body.get("cancellationReason").textValue());
        } else if (body == null) {
            client.look(20_260_730_001L);
        } else {
            client.create(request(body));
        }
    }

    private static PayosAccount account(FakePayOS payos) {
        return new PayosAccount(URI.create(payos.url()), FakePayOS.CLIENT_ID, FakePayOS.API_KEY, Vectors.KEY,
                Optional.empty());
    }

    private static PaymentRequest request(JsonNode json) {
        return new PaymentRequest(json.get("orderCode").longValue(), json.get("amount").longValue(),
                json.get("description").textValue(), json.get("cancelUrl").textValue(),
                json.get("returnUrl").textValue(), Optional.empty());
    }

    private static byte[] body(JsonNode one) {
        return one.get("body").textValue().getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> requests() {
        return Vectors.named("create_requests");
    }

    static Stream<Arguments> webhooks() {
        return Vectors.named("webhooks");
    }

    static Stream<Arguments> observed() {
        return StreamSupport.stream(Vectors.ALL.get("observed_client_requests").spliterator(), false)
                .map(one -> Arguments.of(Named.of(one.get("method").asText() + " " + one.get("url").asText(), one)));
    }
}
