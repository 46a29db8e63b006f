package io.weir.payments.domain.proofs;

import java.text.Normalizer;

/** A file's name as somebody's machine gave it, made fit to be shown and offered again. */
public final class FileName {
    private static final int LONGEST = 120;

    private FileName() {
    }

    /** Without folders, control characters and what steers the direction of text; never empty. */
    public static String clean(String given, String otherwise) {
        var name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "").replaceAll(".*[/\\\\]", "").strip();
        if (name.isEmpty() || name.chars().allMatch(character -> character == '.')) {
            return otherwise;
        }
        return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST).strip();
    }
}
