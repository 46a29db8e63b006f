package io.weir.bootstrap.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the words that there are somebody may have meant. */
final class Nearest {
    private Nearest() {
    }

    static Optional<String> to(String typed, Collection<String> known) {
        int most = Math.max(1, typed.length() / 2);
        return known.stream().filter(word -> steps(typed, word) <= most)
                .min(Comparator.comparingInt(word -> steps(typed, word)));
    }

    /** Letters to put in, take out or replace, regardless of case. */
    private static int steps(String typed, String word) {
        var from = typed.toLowerCase(Locale.ROOT);
        var to = word.toLowerCase(Locale.ROOT);
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int same = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(same, 1 + Math.min(above, row[j - 1]));
                corner = above;
            }
        }
        return row[to.length()];
    }
}
