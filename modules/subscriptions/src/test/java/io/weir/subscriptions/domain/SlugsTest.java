package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({
        "Gói Cơ Bản, goi-co-ban",
        "Gói Đặc Biệt đủ thứ, goi-dac-biet-du-thu",
        "'  Premium+ / 2026 ', premium-2026",
        "365 ngày, plan-365-ngay",
        "免费, plan",
        "'---', plan",
    })
    void comesFromTheName(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
        assertThat(Slugs.isLabel(slug)).isTrue();
    }

    @Test
    void isNeverTooLong() {
        var name = "a".repeat(62) + " b" + "c".repeat(200);
        assertThat(Slugs.of(name)).isEqualTo("a".repeat(62));
        assertThat(Slugs.free("x".repeat(255), Set.of("x".repeat(63))::contains)).isEqualTo("x".repeat(61) + "-2");
    }

    @Test
    void avoidsThoseThatAreTaken() {
        assertThat(Slugs.free("Pro", Set.of()::contains)).isEqualTo("pro");
        assertThat(Slugs.free("Pro", Set.of("pro", "pro-2")::contains)).isEqualTo("pro-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "1a", "A", "a_b", "a.b", "gói"})
    void otherShapesAreNoLabels(String text) {
        assertThat(Slugs.isLabel(text)).isFalse();
    }
}
