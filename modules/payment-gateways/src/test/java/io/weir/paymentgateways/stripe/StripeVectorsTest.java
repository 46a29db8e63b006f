package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StripeVectorsTest {
    /** Said by Stripe and of no use here, or said about the case rather than by it. */
    private static final Set<String> NOT_TAKEN = Set.of("session", "mode", "note", "client_reference_id",
            "previous_status", "subscription_source", "period_source", "customer_name", "description", "currency");

    static List<StripeVectors.Case> cases() {
        return StripeVectors.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_stripe_signed_is_believed_and_nothing_else(StripeVectors.Case vector) {
        var merchant = StripeShop.merchant(Map.of("STRIPE_WEBHOOK_SECRET", StripeVectors.SECRET));
        assertThat(StripeShop.gateway(vector.now()).isGenuine(merchant, vector.headers(), vector.body()))
                .isEqualTo(vector.isGenuine());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_an_event_says_is_read_whatever_its_api_version(StripeVectors.Case vector) throws IOException {
        var notice = StripeShop.gateway(vector.now()).read(vector.body());
        var event = Json.mapper().readTree(vector.body());
        assertThat(notice.eventKey()).isEqualTo(event.get("id").asText());
        assertThat(notice.type()).isEqualTo(event.get("type").asText());
        assertThat(notice.occurredAt()).contains(Instant.ofEpochSecond(event.get("created").asLong()));
        var fact = vector.expected().has("amount_received") ? marked(event) : notice.fact();
        vector.expected().properties().forEach(field ->
                check(field.getKey(), field.getValue(), fact, vector.expected()));
    }

    @Test
    void a_second_delivery_has_the_same_key_and_a_type_without_meaning_does_nothing() {
        var gateway = StripeShop.gateway(StripeShop.NOW);
        var duplicates = cases().stream().filter(c -> c.node().path("event_id").asText().equals("evt_test_0001"))
                .map(c -> gateway.read(c.body())).toList();
        assertThat(duplicates).hasSize(2).allSatisfy(n -> assertThat(n).isEqualTo(duplicates.get(0)));
        var ignored = cases().stream().filter(c -> c.node().path("semantics").asText().equals("IGNORED")).toList();
        assertThat(ignored).isNotEmpty().allSatisfy(c ->
                assertThat(gateway.read(c.body()).fact()).isInstanceOf(Fact.Nothing.class));
    }

    @Test
    void an_intent_that_is_not_ours_is_nobodys_payment() {
        var vector = cases().stream().filter(c -> c.expected().has("amount_received")).findFirst().orElseThrow();
        assertThat(StripeShop.gateway(StripeShop.NOW).read(vector.body()).fact()).isInstanceOf(Fact.Nothing.class);
    }

    /** With our mark, as our own intents bear it. */
    private static Fact marked(JsonNode event) {
        var ours = event.deepCopy();
        ((ObjectNode) ours.at("/data/object/metadata")).put("weir_payment", StripeShop.PAYMENT.toString());
        return StripeShop.gateway(StripeShop.NOW).read(ours.toString().getBytes(StandardCharsets.UTF_8)).fact();
    }

    private static void check(String name, JsonNode expected, Fact fact, JsonNode all) {
        if (NOT_TAKEN.contains(name)) {
            return;
        }
        switch (name) {
            case "payment_status" -> assertThat(payment(fact).outcome()).isEqualTo(
                    expected.asText().equals("paid") ? Outcome.PAID : Outcome.PROCESSING);
            case "amount_total", "amount_paid", "amount_received" -> assertThat(payment(fact).amount())
                    .contains(StripeMoney.of(expected.asLong(), all.get("currency").asText()));
            case "customer" -> assertThat(agreement(fact).customer()).contains(expected.asText());
            case "subscription" -> assertThat(fact.subject().agreement()).contains(expected.asText());
            case "invoice", "payment_intent" -> assertThat(fact.subject().gatewayReference())
                    .contains(expected.asText());
            case "billing_reason" -> assertThat(fact).isInstanceOf(Fact.OfPayment.class);
            case "line_period_end", "current_period_end" -> assertThat(agreement(fact).paidUntil())
                    .contains(Instant.ofEpochSecond(expected.asLong()));
            case "cancel_at_period_end" -> assertThat(agreement(fact).cancelAtPeriodEnd())
                    .isEqualTo(expected.asBoolean());
            case "cancel_at" -> assertThat(agreement(fact).paidUntil())
                    .contains(Instant.ofEpochSecond(expected.asLong()));
            case "attempt_count" -> assertThat(failed(fact)).contains("attempt " + expected.asInt());
            case "next_payment_attempt" -> assertThat(failed(fact))
                    .contains(Instant.ofEpochSecond(expected.asLong()).toString());
            case "status" -> checkStatus(expected.asText(), fact);
            default -> throw new AssertionError("nobody looks at " + name);
        }
    }

    private static void checkStatus(String status, Fact fact) {
        if (status.equals("open")) {
            assertThat(fact).isInstanceOf(Fact.RenewalFailed.class);
        } else {
            assertThat(agreement(fact).status()).isEqualTo(AgreementState.Status.ACTIVE);
        }
    }

    private static Fact.OfPayment payment(Fact fact) {
        return (Fact.OfPayment) fact;
    }

    private static AgreementState agreement(Fact fact) {
        return fact instanceof Fact.AgreementChanged changed ? changed.state()
                : payment(fact).agreement().orElseThrow();
    }

    private static String failed(Fact fact) {
        return ((Fact.RenewalFailed) fact).words().orElseThrow();
    }
}
