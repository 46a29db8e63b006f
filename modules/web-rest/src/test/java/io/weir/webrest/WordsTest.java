package io.weir.webrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every reason that a body's constraints give has words in every language. */
class WordsTest {
    @Test
    void everyReasonHasWords() throws IOException {
        var reasons = reasons();
        assertThat(reasons).contains("REQUIRED");
        for (var language : new String[] {"en", "vi"}) {
            var known = new HashSet<>(keys("platform", language));
            known.addAll(keys("web", language));
            assertThat(known).containsAll(reasons);
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("web", "en")).isEqualTo(keys("web", "vi"));
    }

    private static Set<String> keys(String module, String language) throws IOException {
        var in = WordsTest.class.getResourceAsStream("/io/weir/platform/messages/" + module + "_" + language
                + ".properties");
        Assumptions.assumeTrue(in != null, "the platform's texts are on the path of a full build only");
        var texts = new Properties();
        try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }

    /** The messages of all constraints on records that routes take. */
    private static Set<String> reasons() {
        var reasons = new HashSet<String>();
        ApiApplication.RESOURCES.stream().flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes())).filter(Class::isRecord)
                .flatMap(body -> Arrays.stream(body.getDeclaredFields()))
                .flatMap(field -> Stream.of(field.getAnnotations()))
                .filter(a -> a.annotationType().getPackageName().equals("jakarta.validation.constraints"))
                .forEach(a -> reasons.add(message(a)));
        return reasons;
    }

    private static String message(java.lang.annotation.Annotation constraint) {
        try {
            return (String) constraint.annotationType().getMethod("message").invoke(constraint);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
