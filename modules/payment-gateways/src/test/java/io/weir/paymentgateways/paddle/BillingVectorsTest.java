package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of {@code paddle-billing-webhooks.json}. */
class BillingVectorsTest {
    private static final JsonNode VECTORS = Paddles.vectors("billing");

    static Stream<JsonNode> all() {
        return Paddles.cases("billing", null);
    }

    static Stream<JsonNode> readable() {
        return Paddles.cases("billing", "ACCEPT");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_message_is_taken_or_refused_as_by_paddles_own_libraries(JsonNode vector) {
        var headers = vector.path("header").isNull() ? Map.<String, String>of()
                : Map.of("paddle-signature", vector.path("header").asText());
        var genuine = Paddles.gateway(Instant.ofEpochSecond(vector.path("now").asLong())).isGenuine(
                Paddles.merchant(Map.of("PADDLE_API_KEY", "key", "PADDLE_WEBHOOK_SECRET",
                        VECTORS.path("secret").asText())), headers, Paddles.bytes(vector.path("body").asText()));
        assertThat(genuine).isEqualTo(vector.path("expect").asText().equals("ACCEPT"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void what_it_says_is_read(JsonNode vector) {
        var notice = read(vector);
        assertThat(notice.eventKey()).startsWith("evt_01testvector");
        assertThat(notice.occurredAt()).isPresent();
        Optional.ofNullable(vector.path("event_type").textValue())
                .ifPresent(type -> assertThat(notice.type()).isEqualTo(type));
        Optional.ofNullable(vector.path("event_id").textValue())
                .ifPresent(id -> assertThat(notice.eventKey()).isEqualTo(id));
        var expected = vector.path("expected_fields");
        switch (notice.type()) {
            case "transaction.completed" -> isPaid(notice.fact(), expected, vector);
            case "transaction.payment_failed" -> isDeclined(notice.fact(), expected);
            case "product.created" -> assertThat(notice.fact()).isEqualTo(Fact.Nothing.AT_ALL);
            default -> isAgreement(notice.fact(), expected, vector);
        }
    }

    @Test
    void the_vendors_own_vector_has_a_right_signature() {
        var vendor = VECTORS.path("vendor_vector");
        assertThat(BillingSignature.matches(vendor.path("secret").asText(), vendor.path("header").asText(),
                Instant.ofEpochSecond(1_696_195_954), Duration.ofSeconds(5),
                Paddles.bytes(vendor.path("body").asText()))).isTrue();
    }

    @Test
    void an_older_state_is_dated_before_the_newer_one() {
        var stale = readable().filter(vector -> vector.path("semantics").asText().startsWith("STALE")).findFirst();
        var fresh = readable().filter(vector -> vector.path("name").asText().equals("subscription.updated"))
                .findFirst();
        assertThat(((Fact.AgreementChanged) read(stale.orElseThrow()).fact()).at())
                .isBefore(((Fact.AgreementChanged) read(fresh.orElseThrow()).fact()).at());
    }

    private static void isPaid(Fact fact, JsonNode expected, JsonNode vector) {
        // The case of two signatures has no expectations: its body is the first case's.
        var fields = expected.isMissingNode() ? readable().findFirst().orElseThrow().path("expected_fields") : expected;
        assertThat(fact).isInstanceOfSatisfying(Fact.OfPayment.class, paid -> {
            assertThat(paid.outcome()).isEqualTo(Fact.Outcome.PAID);
            assertThat(paid.gatewayReference()).contains(fields.path("transaction").asText());
            assertThat(paid.subject().gatewayReference()).contains(fields.path("transaction").asText());
            assertThat(paid.amount()).contains(new Money(fields.path("grand_total").asLong(),
                    Currency.getInstance(fields.path("currency_code").asText())));
            assertThat(paid.agreement()).hasValueSatisfying(begun -> {
                assertThat(begun.reference()).isEqualTo(fields.path("subscription_id").asText());
                assertThat(begun.customer()).contains(fields.path("customer_id").asText());
            });
        });
        var transaction = new BillingTransaction(BillingEvent.of(Paddles.bytes(vector.path("body").asText()), null)
                .data(), null);
        assertThat(transaction.status()).isEqualTo(fields.path("status").asText());
        assertThat(transaction.checkoutUrl()).contains(fields.path("checkout_url").asText());
    }

    private static void isDeclined(Fact fact, JsonNode expected) {
        assertThat(fact).isInstanceOfSatisfying(Fact.OfPayment.class, declined -> {
            assertThat(declined.outcome()).isEqualTo(Fact.Outcome.PROCESSING);
            assertThat(declined.words()).contains("declined");
            assertThat(declined.subject().gatewayReference()).contains(expected.path("transaction").asText());
            assertThat(declined.agreement()).isEmpty();
        });
    }

    private static void isAgreement(Fact fact, JsonNode expected, JsonNode vector) {
        assertThat(fact).isInstanceOfSatisfying(Fact.AgreementChanged.class, changed -> {
            var state = changed.state();
            assertThat(changed.subject().agreement()).contains(state.reference());
            if (expected.isMissingNode()) {
                return;
            }
            assertThat(state.reference()).isEqualTo(expected.path("subscription").asText());
            assertThat(state.status()).isEqualTo(status(expected.path("status").asText()));
            assertThat(state.cancelAtPeriodEnd()).isEqualTo(expected.path("scheduled_change").isObject());
            assertThat(changed.subject().gatewayReference())
                    .isEqualTo(Optional.ofNullable(expected.path("transaction_id").textValue()));
            var customer = expected.path("customer_id").textValue();
            assertThat(customer == null || state.customer().orElseThrow().equals(customer)).isTrue();
            assertThat(state.paidUntil()).isEqualTo(paidUntil(state, expected, vector));
        });
    }

    /** A period whose charge failed is not paid: then it is paid until its start, else until its end. */
    private static Optional<Instant> paidUntil(AgreementState state, JsonNode expected, JsonNode vector) {
        var body = BillingEvent.of(Paddles.bytes(vector.path("body").asText()), null).data();
        return state.status() == AgreementState.Status.PAST_DUE
                ? PaddleJson.instant(body, "/current_billing_period/starts_at")
                : PaddleJson.instant(expected, "/period_ends_at")
                        .or(() -> PaddleJson.instant(body, "/current_billing_period/ends_at"));
    }

    private static AgreementState.Status status(String word) {
        return word.equals("past_due") ? AgreementState.Status.PAST_DUE : AgreementState.Status.ACTIVE;
    }

    private static Notice read(JsonNode vector) {
        return Paddles.gateway(Paddles.NOW).read(Paddles.bytes(vector.path("body").asText()));
    }
}
