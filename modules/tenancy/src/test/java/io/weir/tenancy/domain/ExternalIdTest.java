package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"42", "crm:42", "a@example.com", "A-b_c.d", "0190b2a4-7c1e-7000-8000-000000000000"})
    void isAWordOfSafeCharacters(String text) {
        assertThat(new ExternalId(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({", REQUIRED", "'', REQUIRED", "' ', BAD_CHARACTERS", "a b, BAD_CHARACTERS", "a/b, BAD_CHARACTERS",
        "é, BAD_CHARACTERS", "'a\n', BAD_CHARACTERS"})
    void refusesTheRest(String text, String reason) {
        assertThatThrownBy(() -> new ExternalId(text)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).containsEntry("externalId", reason));
    }

    @Test
    void hasAtMost100Characters() {
        assertThat(new ExternalId("x".repeat(100)).value()).hasSize(100);
        assertThat(ExternalId.isFormOf("x".repeat(101))).isFalse();
        assertThatThrownBy(() -> new ExternalId("x".repeat(101))).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).containsEntry("externalId", "TOO_LONG"));
    }

    @Test
    void tellsWhatMightBeAnId() {
        assertThat(new ExternalId("0190B2A4-7c1e-7000-8000-000000000000").isUuid()).isTrue();
        assertThat(new ExternalId("0190b2a4").isUuid()).isFalse();
    }
}
