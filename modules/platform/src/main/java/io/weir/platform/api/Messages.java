package io.weir.platform.api;

import java.util.Locale;

/**
 * Texts for people, by code, in English and Vietnamese: {@code <module>_en.properties}, {@code
 * <module>_vi.properties}.
 */
public interface Messages {
    /** The text of a code with its arguments; the code itself when there is no such text. */
    String text(Locale locale, String code, Object... arguments);

    /** The best supported language for an {@code Accept-Language} header, else the given default. */
    Locale choose(String acceptLanguage, Locale otherwise);
}
