package io.weir.subscriptions.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names of plans as machines write them: RFC 1035 labels. */
public final class Slugs {
    private static final int LONGEST = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private Slugs() {
    }

    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /** {@code Gói Đặc Biệt} becomes {@code goi-dac-biet}; one without Latin letters becomes {@code plan}. */
    public static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
                .replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (plain.isEmpty()) {
            return "plan";
        }
        return cut(Character.isDigit(plain.charAt(0)) ? "plan-" + plain : plain, LONGEST);
    }

    /** The slug of the name, or the first of {@code …-2}, {@code …-3} that is not taken. */
    public static String free(String name, Predicate<String> taken) {
        var base = of(name);
        var slug = base;
        for (int next = 2; taken.test(slug); next++) {
            var suffix = "-" + next;
            slug = cut(base, LONGEST - suffix.length()) + suffix;
        }
        return slug;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most).replaceAll("-+$", "");
    }
}
