package io.weir.payments.domain.statements;

import java.text.Normalizer;
import java.util.Locale;

/** Words without accents, signs and capitals, one space apart: how names of columns are compared. */
final class PlainWords {
    private PlainWords() {
    }

    static String of(String text) {
        var apart = Normalizer.normalize(text.replace("ß", "ss").replace("ẞ", "ss").replace("đ", "d").replace("Đ", "D"),
                Normalizer.Form.NFC);
        var german = apart.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ä", "Ae")
                .replace("Ö", "Oe").replace("Ü", "Ue");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ").strip();
    }
}
