package io.weir.webrest.chat;

import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Texts;
import java.util.Locale;

/**
 * What a client asks: a message of at most 32,000 characters, perhaps a model, and perhaps to have the answer as it is
 * made.
 */
public record ChatRequest(String message, String model, Boolean stream) {
    private static final int LONGEST = 32_000;
    private static final int LONGEST_MODEL = 64;

    /** Hot, hence without reflection. Refused: {@code VALIDATION_FAILED}. */
    Question toQuestion(String defaultModel, Locale locale) {
        if (message == null || message.isBlank()) {
            throw Refusal.invalidField("message", "REQUIRED").asException();
        }
        if (message.length() > LONGEST) {
            throw Refusal.invalidField("message", "TOO_LONG").asException();
        }
        var chosen = Texts.given(model).orElse(defaultModel);
        if (chosen.length() > LONGEST_MODEL) {
            throw Refusal.invalidField("model", "TOO_LONG").asException();
        }
        return new Question(message, chosen, locale);
    }
}
