package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTextTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> features = Map.of("emailSupport", true, "regions", List.of("hn", "sg"));

        assertThat(FeatureText.read(FeatureText.write(features))).contains(features);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void nothingMeansNoFeatures(String text) {
        assertThat(FeatureText.read(text)).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1]", "true", "\"text\"", "{", "{\"a\":1} {\"b\":2}",
        "{\"a\":1} and more", "emailSupport"})
    void anythingButOneObjectIsRefused(String text) {
        assertThat(FeatureText.read(text)).isEmpty();
    }
}
