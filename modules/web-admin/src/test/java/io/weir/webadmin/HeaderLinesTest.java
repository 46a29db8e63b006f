package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLinesTest {
    @Test
    void aLineIsANameAndAValue() {
        assertThat(HeaderLines.read("Authorization: Bearer a:b\r\n\n X-Version:3 ")).get()
                .isEqualTo(Map.of("Authorization", "Bearer a:b", "X-Version", "3"));
        assertThat(HeaderLines.read(null)).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", ": value", "a b: c", "X: 1\nx: 2"})
    void anythingElseIsRefused(String text) {
        assertThat(HeaderLines.read(text)).isEmpty();
    }

    @Test
    void namesStandAlone() {
        assertThat(HeaderLines.names("X-Debug\nX-Trace")).contains(List.of("X-Debug", "X-Trace"));
        assertThat(HeaderLines.names("X-Debug: 1")).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        var headers = Map.of("X-Version", "3");
        assertThat(HeaderLines.read(HeaderLines.write(headers))).contains(headers);
    }
}
