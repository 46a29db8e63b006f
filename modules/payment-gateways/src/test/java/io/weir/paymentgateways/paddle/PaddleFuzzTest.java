package io.weir.paymentgateways.paddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vectors, broken at random but the same every time: nothing altered is believed, and reading fails one way. */
class PaddleFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final JsonNode BILLING = Paddles.vectors("billing");
    private static final JsonNode CLASSIC = Paddles.vectors("classic");
    private static final List<String> BITS = List.of("null", "{}", "[]", "\"\"", "-1", "1e999999999", "99999999999999",
            "&", "=", "%", "%zz", "\u0000", "\\u0000", "a:1:{", "{\"a\":", "2026-13-45", "é");
    private final Map<Long, PaddleGateway> gateways = new HashMap<>();
    private final Merchant merchant = Paddles.merchant(Map.of("PADDLE_API_KEY", "key", "PADDLE_WEBHOOK_SECRET",
            BILLING.path("secret").asText(), "PADDLE_VENDOR_ID", "1", "PADDLE_PUBLIC_KEY_BASE64",
            CLASSIC.path("PADDLE_PUBLIC_KEY_BASE64_of_der").asText()));

    @Test
    void altered_bodies_are_neither_believed_nor_read_with_surprises() {
        var billing = Paddles.cases("billing", "ACCEPT").toList();
        var classic = Paddles.cases("classic", "ACCEPT").toList();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var cases = seed % 2 == 0 ? billing : classic;
            var vector = cases.get(random.nextInt(cases.size()));
            var body = Paddles.bytes(vector.path("body").asText());
            check(seed, vector, body, mutated(body, random));
        }
    }

    @Test
    void broken_headers_are_no_signature() {
        var vector = Paddles.cases("billing", "ACCEPT").findFirst().orElseThrow();
        var body = Paddles.bytes(vector.path("body").asText());
        var gateway = Paddles.gateway(Instant.ofEpochSecond(vector.path("now").asLong()));
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var header = new String(mutated(Paddles.bytes(vector.path("header").asText()), random),
                    StandardCharsets.ISO_8859_1);
            // One good signature at its time is enough, whatever else is said there in the same form.
            var good = vector.path("header").asText().split(";");
            var others = "(;[a-z][0-9a-z]{0,9}=[0-9A-Za-z]{1,128})*";
            var isGood = header.matches(good[0] + others + ";" + good[1] + others);
            assertThat(gateway.isGenuine(merchant, Map.of("paddle-signature", header), body)).as("seed " + seed)
                    .isEqualTo(isGood);
        }
    }

    private void check(int seed, JsonNode vector, byte[] original, byte[] body) {
        var gateway = gateways.computeIfAbsent(vector.path("now").asLong(),
                now -> Paddles.gateway(Instant.ofEpochSecond(now)));
        var headers = Map.of("paddle-signature", vector.path("header").asText());
        assertThatCode(() -> assertThat(gateway.isGenuine(merchant, headers, body))
                .isEqualTo(isTheSame(original, body))).as("seed " + seed).doesNotThrowAnyException();
        assertThatCode(() -> gateway.claimedSubject(body)).as("seed " + seed).doesNotThrowAnyException();
        try {
            gateway.read(body);
        } catch (UnreadableNoticeException expected) {
            return;
        } catch (RuntimeException surprise) {
            fail("seed " + seed, surprise);
        }
    }

    /** Forms say the same in more than one way: {@code %2f} for {@code %2F}. */
    private static boolean isTheSame(byte[] original, byte[] body) {
        if (original[0] == '{' || Arrays.equals(original, body)) {
            return Arrays.equals(original, body);
        }
        try {
            return ClassicForm.of(original).equals(ClassicForm.of(body));
        } catch (UnreadableNoticeException e) {
            return false;
        }
    }

    private static byte[] mutated(byte[] body, Random random) {
        var text = new StringBuilder(new String(body, StandardCharsets.ISO_8859_1));
        for (int step = 0; step <= random.nextInt(3); step++) {
            int at = random.nextInt(Math.max(1, text.length()));
            int until = Math.min(text.length(), at + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(Math.min(at, text.length() - 1), (char) random.nextInt(256));
                case 1 -> text.delete(at, until);
                case 2 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
                case 3 -> text.insert(at, text.substring(at, until));
                default -> text.replace(at, until, BITS.get(random.nextInt(BITS.size())));
            }
            if (text.isEmpty()) {
                text.append('x');
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
