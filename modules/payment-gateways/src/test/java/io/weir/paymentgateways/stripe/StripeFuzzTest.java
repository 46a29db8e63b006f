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
            "0.5", "true", "\\u0000", "xxx", "\"usd\"", "\"object\":", "{}", "[]", "253402300800",
            "9223372036854775807");
    private static final String[] HEADER_SPICES = {"t=", "v1=", ",", "v0=", "=", " ", "0", "f", "é", "-", "9999999999"};
    private final List<Good> goods = StripeVectors.all().stream().map(Good::of).toList();
    private final Merchant merchant = StripeShop.merchant(Map.of("STRIPE_WEBHOOK_SECRET", StripeVectors.SECRET));

    @Test
    void no_broken_message_is_believed_or_does_harm() {
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            var good = goods.get(random.nextInt(goods.size()));
            var where = new Where(round, good.name());
            var body = mutated(good.body(), random);
            if (isGenuine(good, good.header(), body, where) && !Arrays.equals(body, good.body())) {
                throw new AssertionError(where + " is believed: " + new String(body, StandardCharsets.UTF_8));
            }
            isGenuine(good, mutated(good.header(), random), good.body(), where);
            read(good.gateway(), body, where);
        }
    }

    @Test
    void members_of_any_other_type_are_read_or_refused() {
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS / 4; round++) {
            var good = goods.get(random.nextInt(goods.size()));
            var event = Fields.parse(good.body()).node();
            StripeTrees.scramble(event, random);
            read(good.gateway(), Json.write(event).getBytes(StandardCharsets.UTF_8), new Where(round, good.name()));
        }
    }

    /** A message as Stripe sent it, and a gateway at the time at which it came. */
    private record Good(String name, String header, byte[] body, StripeGateway gateway) {
        static Good of(StripeVectors.Case vector) {
            return new Good(vector.name(), vector.headers().get(StripeSignature.HEADER), vector.body(),
                    StripeShop.gateway(vector.now()));
        }
    }

    /** How to make it happen again. */
    private record Where(int round, String vector) {
        @Override
        public String toString() {
            return "-Dweir.fuzz.seed=" + SEED + ", round " + round + ", " + vector;
        }
    }

    private boolean isGenuine(Good good, String header, byte[] body, Where where) {
        try {
            return good.gateway().isGenuine(merchant, Map.of(StripeSignature.HEADER, header), body);
        } catch (RuntimeException e) {
            throw new AssertionError(where + ", header " + header, e);
        }
    }

    private static void read(StripeGateway gateway, byte[] body, Where where) {
        try {
            if (where.round() % 4 == 0) {
                gateway.claimedSubject(body);
            }
            gateway.read(body);
        } catch (UnreadableNoticeException expected) {
            assertThat(expected.getMessage()).isNotBlank();
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
