package io.weir.paymentgateways.payos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.payments.spi.UnreadableNoticeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Genuine messages with changes drawn from fixed seeds. None but those that say the same are believed, and nothing is
 * thrown but that a message can't be read. A failure says its seed.
 */
class PayosFuzzTest {
    private static final int MUTATIONS = 20_000;
    private static final Optional<String> KEY = Optional.of(Vectors.KEY);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final List<String> BITS = List.of("null", "\"\"", "\"null\"", "\"undefined\"", "0", "1", "-1", "00",
            "1e9", "1.0", "99999999999999999999", "[]", "{}", "true", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "&",
            "=", "&amount=1", "&orderCode=1", "\"amount\":1,", "\"orderCode\":1,", "\"code\":\"00\",",
            "\"data\":{\"orderCode\":1},", "\"reference\":\"X\",", "\u0000", "\uFEFF", "ế", " ", "\n", "{\"data\":");

    @Test
    void a_changed_message_is_not_believed_and_breaks_nothing() {
        var genuine = Vectors.genuineBodies();
        int believed = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            var random = new Random(seed);
            var from = genuine.get(random.nextInt(genuine.size()));
            var changed = mutate(from.getBytes(StandardCharsets.UTF_8), random);
            try {
                if (PayosNotices.isGenuine(KEY, changed)) {
                    believed++;
                    assertThat(said(changed)).isEqualTo(said(from.getBytes(StandardCharsets.UTF_8)));
                }
                PayosNotices.claimedSubject(changed);
                read(changed);
            } catch (Throwable e) {
                fail("seed " + seed + ": " + new String(changed, StandardCharsets.UTF_8), e);
            }
        }
        // Changes outside of what is signed, and blanks, do happen: without any the test would look at nothing.
        assertThat(believed).isBetween(MUTATIONS / 100, MUTATIONS / 2);
    }

    private static void read(byte[] body) {
        try {
            assertThat(PayosNotices.read(body).eventKey()).isNotBlank();
        } catch (UnreadableNoticeException expected) {
            assertThat(expected).hasMessageStartingWith("no message of PayOS");
        }
    }

    /** What the signed part says, as another reader reads it: nothing and the words for nothing are the same. */
    private static Map<String, String> said(byte[] body) throws IOException {
        var said = new TreeMap<String, String>();
        JSON.readTree(body).get("data").properties()
                .forEach(pair -> said.put(pair.getKey(), said(pair.getValue())));
        return said;
    }

    private static String said(JsonNode value) {
        var text = value.isContainerNode() ? value.toString() : value.asText();
        return List.of("null", "undefined").contains(text) ? "" : text;
    }

    private static byte[] mutate(byte[] body, Random random) {
        var changed = body;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            changed = once(changed, random);
        }
        return changed;
    }

    private static byte[] once(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        int end = Math.min(body.length, at + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> join(body, at, end, new byte[] {(byte) random.nextInt(256)});
            case 1 -> join(body, at, end, new byte[0]);
            case 2 -> join(body, at, at, bit(random));
            case 3 -> join(body, at, end, bit(random));
            case 4 -> join(body, at, at, slice(body, random));
            default -> afterColon(body, at, random);
        };
    }

    /** A value's beginning: where a change makes other JSON more often than none. */
    private static byte[] afterColon(byte[] body, int from, Random random) {
        int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("\":", from);
        int value = at < 0 ? body.length : at + 2;
        int end = value;
        while (end < body.length && body[end] != ',' && body[end] != '}') {
            end++;
        }
        return join(body, value, end, bit(random));
    }

    private static byte[] bit(Random random) {
        return BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        return Arrays.copyOfRange(body, at, Math.min(body.length, at + random.nextInt(40)));
    }

    private static byte[] join(byte[] body, int at, int end, byte[] between) {
        var joined = new ByteArrayOutputStream();
        joined.write(body, 0, at);
        joined.writeBytes(between);
        joined.write(body, end, body.length - end);
        return joined.toByteArray();
    }
}
