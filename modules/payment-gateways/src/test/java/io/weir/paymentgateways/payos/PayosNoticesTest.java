package io.weir.paymentgateways.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.paymentgateways.fakes.PayOSSigner;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayosNoticesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_codes_outside_of_the_signature_decide_nothing() {
        var notice = PayosNotices.read(Vectors.body("outer code/desc/success are NOT signed"));
        assertThat(notice.fact()).isInstanceOfSatisfying(Fact.OfPayment.class,
                fact -> assertThat(fact.outcome()).isEqualTo(Fact.Outcome.RECEIVED));
        assertThat(notice.type()).isEqualTo("payment.00");
    }

    @Test
    void another_code_is_no_money_and_has_a_key_of_its_own() {
        var notice = PayosNotices.read(message(data -> data.put("code", "01")));
        assertThat(notice.fact()).isEqualTo(new Fact.Nothing(Subject.ofOrder(20_260_730_001L)));
        assertThat(notice.type()).isEqualTo("payment.01");
        assertThat(notice.eventKey()).isEqualTo("20260730001/FT26211000001/01");
    }

    @Test
    void the_sample_of_a_registration_is_genuine_and_of_no_consequence() {
        var vendor = Vectors.ALL.get("vendor_vector");
        var body = JSON.createObjectNode().put("code", "00").put("success", true);
        body.set("data", vendor.get("data"));
        body.put("signature", vendor.get("signature").textValue());
        assertThat(PayosNotices.isGenuine(Optional.of(vendor.get("checksum_key").textValue()), Vectors.bytes(body)))
                .isTrue();
        assertThat(PayosNotices.read(Vectors.bytes(body)).fact()).isEqualTo(new Fact.Nothing(Subject.ofOrder(123)));
    }

    @Test
    void money_without_the_banks_reference_is_something_to_inquire_after() {
        var body = message(data -> data.remove("reference"));
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), body)).isTrue();
        var notice = PayosNotices.read(body);
        assertThat(notice.fact()).isInstanceOfSatisfying(Fact.OfPayment.class, fact -> {
            assertThat(fact.outcome()).isEqualTo(Fact.Outcome.PROCESSING);
            assertThat(fact.amount()).isEmpty();
        });
        assertThat(notice.eventKey()).matches("20260730001/[0-9a-f]{32}").isEqualTo(PayosNotices.read(body).eventKey());
        assertThat(PayosNotices.read(message(data -> data.put("reference", "").put("amount", 5))).eventKey())
                .matches("20260730001/[0-9a-f]{32}").isNotEqualTo(notice.eventKey());
    }

    @Test
    void a_reference_of_any_length_and_letters_makes_a_key_that_fits() {
        var notice = PayosNotices.read(message(data -> data.put("reference", "ố".repeat(500))));
        assertThat(notice.eventKey()).matches("20260730001/sha256-[0-9a-f]{32}");
        assertThat(((Fact.OfPayment) notice.fact()).gatewayReference().orElseThrow()).matches("sha256-[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({"2026-07-30 07:00:05,2026-07-30T00:00:05Z", "2025-10-05T10:29:55.000Z,2025-10-05T10:29:55Z",
        "2026-07-30T07:00:05+07:00,2026-07-30T00:00:05Z", "yesterday,", "2026-02-31 07:00:05x,"})
    void times_are_vietnams_unless_they_say_otherwise(String said, String meant) {
        assertThat(PayosNotices.read(message(data -> data.put("transactionDateTime", said))).occurredAt())
                .isEqualTo(Optional.ofNullable(meant).map(Instant::parse));
    }

    @Test
    void another_currency_stays_what_it_is() {
        var fact = (Fact.OfPayment) PayosNotices.read(message(data -> data.put("currency", "USD"))).fact();
        assertThat(fact.amount().orElseThrow().currency().getCurrencyCode()).isEqualTo("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"data\":null}", "{\"data\":[]}", "{\"data\":{}}", "{\"data\":{",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":\"1\",\"code\":\"00\",\"amount\":1,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":1.5,\"code\":\"00\",\"amount\":1,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":9007199254740992,\"code\":\"00\",\"amount\":1,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"amount\":-1,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"amount\":1e3,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"amount\":99999999999999999999,\"reference\":\"a\"}}",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"amount\":1,\"reference\":{}}}",
        "{\"data\":{\"orderCode\":1,\"code\":\"00\",\"amount\":1,\"currency\":\"dong\",\"reference\":\"a\"}}"})
    void what_is_no_message_is_unreadable(String body) {
        assertThatThrownBy(() -> PayosNotices.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableNoticeException.class);
    }

    @Test
    void what_can_be_read_in_two_ways_is_not_believed() {
        // The payer's words hold a pair: one value of one text, or two of the same text and signature.
        var honest = message(data -> data.put("description", "tea&orderCode=7&reference=FT7"));
        var split = new String(honest, StandardCharsets.UTF_8)
                .replace("\"orderCode\":20260730001,", "").replace("\"reference\":\"FT26211000001\",", "")
                .replace("\"tea&orderCode=7&reference=FT7\"", "\"tea\",\"orderCode\":7,\"reference\":"
                        + "\"FT7&orderCode=20260730001&paymentLinkId=0f8fad5bd9cb469fa16570867728950e"
                        + "&reference=FT26211000001\"")
                .replace("\"paymentLinkId\":\"0f8fad5bd9cb469fa16570867728950e\",", "");
        var both = RawJson.object(split.getBytes(StandardCharsets.UTF_8));
        assertThat(PayosSignature.matches(Vectors.KEY, both.part("data").orElseThrow(),
                both.requiredText("signature"))).as("this is a real ambiguity").isTrue();
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), split.getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), honest)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"199000.0", "1.99e5", "0199000", "1990000", "\"199000\""})
    void a_number_written_otherwise_is_not_the_signed_one_or_no_amount(String amount) {
        var body = text("paid, all fields").replace(":199000,", ":" + amount + ",").getBytes(StandardCharsets.UTF_8);
        var isBelieved = PayosNotices.isGenuine(Optional.of(Vectors.KEY), body);
        assertThat(isBelieved).isEqualTo(amount.startsWith("\""));
        if (isBelieved) {
            assertThatThrownBy(() -> PayosNotices.read(body)).isInstanceOf(UnreadableNoticeException.class);
        }
    }

    @Test
    void names_given_twice_and_anything_after_the_message_are_refused() {
        var genuine = text("paid, all fields");
        for (var changed : new String[] {genuine + "{}", genuine + "x", genuine.replace("\"amount\":199000,",
                "\"amount\":1,\"amount\":199000,"), "{\"data\":{\"orderCode\":1}," + genuine.substring(1)}) {
            assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), changed.getBytes(StandardCharsets.UTF_8)))
                    .as(changed).isFalse();
        }
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        var body = Vectors.body("paid, all fields");
        body[text("paid, all fields").indexOf("NGUYEN")] = (byte) 0xFF;
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), body)).isFalse();
        var half = text("special characters").replace("A&B", "\\ud83d").getBytes(StandardCharsets.UTF_8);
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), half)).isFalse();
        var deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(PayosNotices.isGenuine(Optional.of(Vectors.KEY), deep)).isFalse();
    }

    private static String text(String name) {
        return new String(Vectors.body(name), StandardCharsets.UTF_8);
    }

    /** The usual message, changed and signed anew. */
    private static byte[] message(Consumer<ObjectNode> change) {
        try {
            var data = (ObjectNode) JSON.readTree(Vectors.body("paid, all fields")).get("data");
            change.accept(data);
            return Vectors.bytes(new PayOSSigner(Vectors.KEY).message(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
