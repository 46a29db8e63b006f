package io.weir.webrest.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.metering.api.Units;
import io.weir.platform.api.Json;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many tokens a chat took: what the upstream says, last word first, else those of the question and of the text that
 * came. Not for several threads at once.
 */
final class TokenTally {
    private static final int KEPT_CHARACTERS = 100_000;
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final String question;
    private final StringBuilder text = new StringBuilder();
    private long uncountedCharacters;
    private long unreadCharacters;
    private OptionalLong said = OptionalLong.empty();

    TokenTally(String question) {
        this.question = question;
    }

    /** The data of one event of a stream. */
    void event(String data) {
        try {
            take(Json.mapper().readTree(data), data.length());
        } catch (JsonProcessingException notJson) {
            unreadCharacters += data.length();
        }
    }

    void answer(JsonNode whole) {
        take(whole, 0);
    }

    long total() {
        return said.orElseGet(() -> Math.min(Units.MOST, Tokens.of(question) + Tokens.of(text.toString())
                + Tokens.ofLength(uncountedCharacters)
                + (unreadCharacters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN));
    }

    private void take(JsonNode node, int characters) {
        var total = node.at("/usage/total_tokens");
        if (total.isIntegralNumber() && total.canConvertToLong() && total.asLong() >= 0) {
            said = OptionalLong.of(Math.min(Units.MOST, total.asLong()));
        }
        piece(node).ifPresentOrElse(this::add, () -> unreadCharacters += characters);
    }

    private void add(String piece) {
        if (text.length() + piece.length() <= KEPT_CHARACTERS) {
            text.append(piece);
        } else {
            uncountedCharacters += piece.length();
        }
    }

    /** Where the known wires carry their text. */
    private static Optional<String> piece(JsonNode node) {
        for (var at : new String[] {"/delta", "/delta/content", "/choices/0/delta/content", "/content", "/message",
            "/message/content"}) {
            if (node.at(at).isTextual()) {
                return Optional.of(node.at(at).asText());
            }
        }
        return Optional.empty();
    }
}
