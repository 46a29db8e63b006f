package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    static final List<String> MODULES = MessageFiles.MODULES;
    private static final Locale VI = Locale.forLanguageTag("vi");
    private final PropertiesMessages messages = new PropertiesMessages();

    @ParameterizedTest
    @FieldSource("MODULES")
    void everyTextExistsInBothLanguages(String module) {
        assertThat(MessageFiles.read(module, "vi").keySet()).isEqualTo(MessageFiles.read(module, "en").keySet());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void everyTextIsAPatternWithTheSameArgumentsInBothLanguages(String module) {
        var english = MessageFiles.read(module, "en");
        MessageFiles.read(module, "vi").forEach((code, text) -> {
            assertThat(text).as(code).isNotBlank();
            assertThat(arguments(text)).as(code).isEqualTo(arguments(english.get(code)));
        });
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void apostrophesAreDoubledBecauseASingleOneDisappears(String module) {
        for (var language : PropertiesMessages.LANGUAGES) {
            MessageFiles.read(module, language).forEach((code, text) ->
                    assertThat(text.replace("''", "")).as(module + " " + language + " " + code).doesNotContain("'"));
        }
    }

    @Test
    void aCodeBelongsToOneModule() {
        var owners = new HashMap<String, String>();
        for (var module : MODULES) {
            for (var code : MessageFiles.read(module, "en").keySet()) {
                assertThat(owners.putIfAbsent(code, module)).as(code + " of " + module + " and another").isNull();
            }
        }
    }

    @Test
    void textsComeInTheLanguageAskedFor() {
        assertThat(messages.text(Locale.ENGLISH, "TOKEN_EXPIRED")).isEqualTo("Token has expired");
        assertThat(messages.text(Locale.US, "TOKEN_INVALID")).isEqualTo("Invalid token");
        assertThat(messages.text(VI, "TOKEN_EXPIRED")).isEqualTo("Token đã hết hạn.");
    }

    @Test
    void anUnsupportedLanguageGetsEnglishAndAnUnknownCodeItself() {
        assertThat(messages.text(Locale.FRENCH, "UNAUTHORIZED")).isEqualTo("Unauthorized");
        assertThat(messages.text(VI, "NO_SUCH_CODE")).isEqualTo("NO_SUCH_CODE");
    }

    @ParameterizedTest
    @CsvSource({"vi, vi", "en, en", "'vi-VN,vi;q=0.9,en;q=0.8', vi", "'en-GB;q=0.5,vi;q=0.9', vi",
        "'fr,de;q=0.9,en;q=0.1', en", "th, en", "'th-TH,vi;q=0.5', en", "'en;q=0,vi;q=0.1', vi", "VI, vi"})
    void theBestSupportedLanguageIsChosen(String header, String language) {
        assertThat(messages.choose(header, Locale.ROOT).getLanguage()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "*", "en;q=0", "en;q=abc", ";;;", "<script>"})
    void otherwiseTheDefaultStands(String header) {
        assertThat(messages.choose(header, VI)).isEqualTo(VI);
        assertThat(messages.choose(null, VI)).isEqualTo(VI);
        assertThat(messages.choose("en,".repeat(1000) + "en", VI)).isEqualTo(VI);
    }

    private static Set<Integer> arguments(String pattern) {
        var format = new MessageFormat(pattern);
        var found = new TreeSet<Integer>();
        Pattern.compile("\\{(\\d+)").matcher(format.toPattern()).results()
                .forEach(match -> found.add(Integer.valueOf(match.group(1))));
        return found;
    }
}
