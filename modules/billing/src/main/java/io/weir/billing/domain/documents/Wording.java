package io.weir.billing.domain.documents;

import io.weir.platform.api.Messages;
import java.util.Locale;

/** The words of documents, {@code DOCUMENT_…}, in one language; ready for markup. */
record Wording(Messages messages, Locale language) {
    /** In a language that documents are written in; English where the one that is wanted has no words. */
    static Wording of(Messages messages, Locale wanted) {
        return new Wording(messages, messages.choose(wanted.toLanguageTag(), Locale.ENGLISH));
    }

    String say(String word) {
        return Plain.markup(plain(word));
    }

    String plain(String word) {
        return messages.text(language, "DOCUMENT_" + word);
    }

    /** A text of ours around pieces of markup, which stay as they are. */
    String around(String word, String... markup) {
        return messages.text(language, "DOCUMENT_" + word, (Object[]) markup);
    }
}
