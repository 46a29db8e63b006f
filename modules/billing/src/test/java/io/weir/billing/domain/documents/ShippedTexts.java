package io.weir.billing.domain.documents;

import io.weir.platform.api.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The module's texts as they ship, read from their files; fails where one is missing. */
final class ShippedTexts implements Messages {
    @Override
    public String text(Locale locale, String code, Object... arguments) {
        var text = texts(locale.getLanguage()).getProperty(code);
        if (text == null) {
            throw new AssertionError("no text " + code + " in " + locale);
        }
        return new MessageFormat(text, locale).format(arguments);
    }

    @Override
    public Locale choose(String acceptLanguage, Locale otherwise) {
        var asked = Locale.forLanguageTag(acceptLanguage).getLanguage();
        return Set.of("en", "vi").contains(asked) ? Locale.forLanguageTag(asked) : otherwise;
    }

    private static Properties texts(String language) {
        var file = Path.of("../platform/src/main/resources/io/weir/platform/messages/billing_" + language
                + ".properties");
        try (var in = Files.newBufferedReader(file)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
