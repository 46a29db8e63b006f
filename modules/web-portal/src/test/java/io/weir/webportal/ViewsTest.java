package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container would find out only when somebody opens the page. */
class ViewsTest {
    private static final Pattern TEXT = Pattern.compile("\\bt(?:\\.([a-zA-Z0-9]+)|\\['([^']+)'])");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");

    @Test
    void everyViewIsWellFormed() throws Exception {
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path view : views()) {
            assertThat(parser.parse(view.toFile()).getDocumentElement()).as(view.toString()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void everyTextOfTheViewsExists(String language) throws IOException {
        assertThat(keys(language)).containsAll(used());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) {
        var texts = ResourceBundle.getBundle("io.weir.webportal.texts", Locale.forLanguageTag(language));
        return new TreeSet<>(texts.keySet());
    }

    private static Set<String> used() throws IOException {
        var used = new TreeSet<String>();
        for (Path view : views()) {
            EXPRESSION.matcher(Files.readString(view)).results()
                    .flatMap(expression -> TEXT.matcher(expression.group(1)).results())
                    .forEach(text -> used.add(text.group(1) == null ? text.group(2) : text.group(1)));
        }
        assertThat(used).isNotEmpty();
        return used;
    }

    /** Built from the module's folder or from that of all modules. */
    private static List<Path> views() throws IOException {
        Path own = Path.of("src/main/webapp");
        try (Stream<Path> files = Files.walk(Files.isDirectory(own) ? own : Path.of("web-portal").resolve(own))) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).toList();
        }
    }
}
