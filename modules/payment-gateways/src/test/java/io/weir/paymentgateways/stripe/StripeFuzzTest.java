package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken messages, made of good ones by chance that can be repeated. */
class StripeFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final long SEED = Long.getLong("weir.fuzz.seed", 20_261_126L);
    private static final byte[][] SPICES = bytes("\"", "{", "}", "[", "null", "-1", "1e999", "99999999999999999999",
            "0.5", "true", "\\u0000", "xxx", "\"usd\"", "\"object\":", "{}", "[]", "253402300800", "9223372036854775807");
    private static final String[] HEADER_SPICES = {"t=", "v1=", ",", "v0=", "=", " ", "0", "f", "é", "-", "9999999999"};
    private final Merchant merchant = StripeShop.merchant(Map.of("STRIPE_WEBHOOK_SECRET", StripeVectors.SECRET));

    @Test
    void no_broken_message_is_believed_or_does_harm() {
        var random = new Random(SEED);
        var vectors = StripeVectors.all();
        for (int round = 0; round < ROUNDS; round++) {
            var vector = vectors.get(random.nextInt(vectors.size()));
            var where = "seed " + SEED + ", round " + round + ", " + vector;
            var body = mutated(vector.body(), random);
            var gateway = StripeShop.gateway(vector.now());
            if (!Arrays.equals(body, vector.body())) {
                assertThat(isGenuine(gateway, vector.headers(), body, where)).as(where).isFalse();
            }
            var header = Map.of("stripe-signature", mutated(vector.headers().get("stripe-signature"), random));
            isGenuine(gateway, header, vector.body(), where);
            read(gateway, body, where);
        }
    }

    @Test
    void members_of_any_other_type_are_read_or_refused() {
        var random = new Random(SEED);
        var vectors = StripeVectors.all();
        for (int round = 0; round < ROUNDS / 4; round++) {
            var vector = vectors.get(random.nextInt(vectors.size()));
            var where = "seed " + SEED + ", round " + round + ", " + vector;
            var event = Fields.parse(vector.body());
            StripeTrees.scramble(event.node(), random);
            read(StripeShop.gateway(vector.now()), Json.write(event.node()).getBytes(StandardCharsets.UTF_8), where);
        }
    }

    private boolean isGenuine(StripeGateway gateway, Map<String, String> headers, byte[] body, String where) {
        try {
            return gateway.isGenuine(merchant, headers, body);
        } catch (RuntimeException e) {
            throw new AssertionError(where + ", header " + headers, e);
        }
    }

    private static void read(StripeGateway gateway, byte[] body, String where) {
        try {
            gateway.claimedSubject(body);
            gateway.read(body);
        } catch (UnreadableNoticeException expected) {
            assertThat(expected).hasMessageNotContaining("whsec");
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] mutated(byte[] body, Random random) {
        var changed = body.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            changed = switch (random.nextInt(4)) {
                case 0 -> flipped(changed, random);
                case 1 -> Arrays.copyOf(changed, random.nextInt(changed.length + 1));
                case 2 -> spliced(changed, SPICES[random.nextInt(SPICES.length)], 0, random);
                default -> spliced(changed, SPICES[random.nextInt(SPICES.length)], random.nextInt(12), random);
            };
        }
        return changed;
    }

    private static String mutated(String header, Random random) {
        var spice = HEADER_SPICES[random.nextInt(HEADER_SPICES.length)];
        int from = random.nextInt(header.length() + 1);
        int to = Math.min(header.length(), from + random.nextInt(8));
        return header.substring(0, from) + spice + header.substring(to);
    }

    private static byte[] flipped(byte[] body, Random random) {
        if (body.length > 0) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return body;
    }

    /** Puts something in, in the place of so many bytes. */
    private static byte[] spliced(byte[] body, byte[] what, int over, Random random) {
        int at = random.nextInt(body.length + 1);
        int rest = Math.min(body.length, at + over);
        var made = new byte[at + what.length + body.length - rest];
        System.arraycopy(body, 0, made, 0, at);
        System.arraycopy(what, 0, made, at, what.length);
        System.arraycopy(body, rest, made, at + what.length, body.length - rest);
        return made;
    }

    private static byte[][] bytes(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }
}
