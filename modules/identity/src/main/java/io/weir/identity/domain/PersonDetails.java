package io.weir.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the parts of a profile are kept, and what is wrong with one that cannot be. */
final class PersonDetails {
    static final String DEFAULT_LOCALE = "en";
    private static final Set<String> LOCALES = Set.of("en", "vi", "th");
    private static final int LONGEST_NAME = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[ ().-]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");

    private PersonDetails() {
    }

    static String fullName(String text, Complaints complaints) {
        var kept = text == null ? "" : text.strip();
        complaints.addIf(kept.isEmpty(), "fullName", "REQUIRED");
        complainAboutName(kept, "fullName", complaints);
        return kept;
    }

    /** Null when it is blank. */
    static String companyName(Optional<String> text, Complaints complaints) {
        var kept = text.orElse("").strip();
        complainAboutName(kept, "companyName", complaints);
        return kept.isEmpty() ? null : kept;
    }

    /** Digits with an optional plus sign, as E.164 has it but without asking for the country; null when it is blank. */
    static String phoneNumber(Optional<String> text, Complaints complaints) {
        var kept = PHONE_PUNCTUATION.matcher(text.orElse("").strip()).replaceAll("");
        if (kept.isEmpty()) {
            return null;
        }
        complaints.addIf(!PHONE.matcher(kept).matches(), "phoneNumber", "BAD_PHONE");
        return kept;
    }

    static String locale(String text, Complaints complaints) {
        complaints.addIf(text == null || !LOCALES.contains(text), "locale", "BAD_LOCALE");
        return text;
    }

    /** Of somebody who did not choose: the language of a tag such as {@code vi-VN}, else English. */
    static String localeOrDefault(String tag) {
        var language = tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return LOCALES.contains(language) ? language : DEFAULT_LOCALE;
    }

    private static void complainAboutName(String kept, String field, Complaints complaints) {
        complaints.addIf(kept.length() > LONGEST_NAME, field, "TOO_LONG");
        complaints.addIf(CONTROL.matcher(kept).find(), field, "BAD_CHARACTERS");
    }
}
