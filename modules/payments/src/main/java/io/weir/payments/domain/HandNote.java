package io.weir.payments.domain;

import io.weir.kernel.api.Refusal;
import io.weir.payments.api.CardNumbers;
import java.util.Optional;

/** A person's words for the books, without a card number in them. */
public final class HandNote {
    private HandNote() {
    }

    /** Refused: {@code VALIDATION_FAILED} on {@code note}, {@code RAW_CARD_REFUSED}. Blank is none. */
    public static Optional<String> of(String note, int longest) {
        var words = Optional.ofNullable(note).map(String::strip).filter(text -> !text.isEmpty());
        if (words.filter(text -> text.length() > longest).isPresent()) {
            throw Refusal.invalidField("note", "TOO_LONG").asException();
        }
        words.ifPresent(CardNumbers::refuse);
        return words;
    }
}
