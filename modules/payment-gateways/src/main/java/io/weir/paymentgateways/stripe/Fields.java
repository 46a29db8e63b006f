package io.weir.paymentgateways.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Money;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An object as Stripe writes it, of whatever API version. A member that is absent, null or of another type is empty;
 * {@code required…} insists.
 */
record Fields(JsonNode node) {
    /** End of the year 9999: what is later is no time. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /**
     * A number of an absurd exponent is no JSON error to Jackson.
     *
     * @throws UnreadableNoticeException when the bytes are no JSON object
     */
    static Fields parse(byte[] body) {
        try {
            return of(Json.mapper().readTree(body));
        } catch (IOException | NumberFormatException e) {
            throw new UnreadableNoticeException("no JSON", e);
        }
    }

    static Fields parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Fields of(JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new UnreadableNoticeException("no JSON object");
        }
        return new Fields(node);
    }

    Fields at(String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        return new Fields(found);
    }

    /** @throws UnreadableNoticeException when there is no such object */
    Fields required(String... path) {
        return of(at(path).node);
    }

    boolean isObject() {
        return node.isObject();
    }

    Optional<String> text(String... path) {
        var found = at(path).node;
        return found.isTextual() && !found.textValue().isBlank() ? Optional.of(found.textValue()) : Optional.empty();
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new UnreadableNoticeException("no " + name));
    }

    /** The id of another object, which stands here by its id or in full. */
    Optional<String> reference(String... path) {
        return text(path).or(() -> at(path).text("id"));
    }

    boolean says(String name, String value) {
        return text(name).filter(value::equals).isPresent();
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    OptionalLong whole(String... path) {
        var found = at(path).node;
        return found.isIntegralNumber() && found.canConvertToLong() ? OptionalLong.of(found.longValue())
                : OptionalLong.empty();
    }

    Optional<Instant> instant(String... path) {
        var seconds = whole(path);
        return seconds.isPresent() && seconds.getAsLong() >= 0 && seconds.getAsLong() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
    }

    Stream<Fields> each(String... path) {
        return StreamSupport.stream(at(path).node.spliterator(), false).map(Fields::new);
    }

    /** A list of Stripe's, whose items stand under {@code data}. */
    List<Fields> items(String name) {
        return each(name, "data").toList();
    }

    /** @throws UnreadableNoticeException when it is no amount in this object's currency */
    Money money(String name) {
        return money(whole(name).orElseThrow(() -> new UnreadableNoticeException("no " + name)));
    }

    Money money(long amount) {
        try {
            return StripeMoney.of(amount, requiredText("currency"));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new UnreadableNoticeException("no amount of money", e);
        }
    }
}
