package io.weir.webrest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputedSpanTest {
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void isTheLastSevenDaysUnlessSaidOtherwise() {
        assertThat(of(null, null)).isEqualTo(new RecomputedSpan(Instant.parse("2026-11-13T10:00:00Z"), NOW));
    }

    @Test
    void daysBeginInTheTenantsZone() {
        assertThat(of("2026-11-01", "2026-11-02")).isEqualTo(new RecomputedSpan(
                Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-11-01T17:00:00Z")));
    }

    @Test
    void timesMayHaveAnOffset() {
        assertThat(of("2026-11-01T00:00:00+07:00", "2026-11-01T00:00:00Z")).isEqualTo(new RecomputedSpan(
                Instant.parse("2026-10-31T17:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, , from, BAD_DATE", "2026-13-01, , from, BAD_DATE", "'', , from, BAD_DATE",
        "0001-01-01, , from, BAD_DATE", "2026-11-01T00:00:00, , from, BAD_DATE",
        "2026-11-01, 2026-11-31, until, BAD_DATE", "2026-11-01, +999999999-01-01T00:00:00Z, until, BAD_DATE",
        "2026-11-02, 2026-11-02, until, OUT_OF_RANGE", "2026-11-02, 2026-11-01, until, OUT_OF_RANGE",
        "2026-11-21, , until, OUT_OF_RANGE", "2026-08-01, 2026-11-02, from, OUT_OF_RANGE"})
    void refusesTheRestByName(String from, String until, String field, String reason) {
        assertThatThrownBy(() -> of(from, until)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).containsEntry(field, reason));
    }

    @Test
    void hasAtMost92Days() {
        assertThat(of("2026-08-01", "2026-11-01").from()).isEqualTo(Instant.parse("2026-07-31T17:00:00Z"));
    }

    private static RecomputedSpan of(String from, String until) {
        return RecomputedSpan.of(from, until, SAIGON, NOW);
    }
}
