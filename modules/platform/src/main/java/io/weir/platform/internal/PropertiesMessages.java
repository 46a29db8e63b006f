package io.weir.platform.internal;

import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts of all modules, read once. A text missing in a language is given in English. */
@ApplicationScoped
public class PropertiesMessages implements Messages {
    static final String FALLBACK = "en";
    static final List<String> LANGUAGES = List.of(FALLBACK, "vi");
    /** Beyond this a header is an attack, not a preference. */
    private static final int LONGEST_HEADER = 500;
    private final Map<String, Map<String, String>> texts = MessageFiles.load(LANGUAGES);

    @Override
    public String text(Locale locale, String code, Object... arguments) {
        var own = texts.getOrDefault(locale.getLanguage(), Map.of()).get(code);
        var text = own != null ? own : texts.get(FALLBACK).get(code);
        return text == null ? code : new MessageFormat(text, locale).format(arguments);
    }

    @Override
    public Locale choose(String acceptLanguage, Locale otherwise) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return otherwise;
        }
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                var language = language(range.getRange());
                if (range.getWeight() > 0 && language != null) {
                    return Locale.forLanguageTag(language);
                }
            }
        } catch (IllegalArgumentException malformed) {
            return otherwise;
        }
        return otherwise;
    }

    /**
     * Thai is promised by the contract; until it has texts of its own its readers get English rather than the
     * tenant's language.
     */
    private static String language(String range) {
        var primary = range.split("-", 2)[0];
        if (primary.equals("th")) {
            return FALLBACK;
        }
        return LANGUAGES.contains(primary) ? primary : null;
    }
}
