package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.tenancy.api.Ahead;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT1H, 2027-01-31T13:00:00Z", "P1D, 2027-02-01T12:00:00Z", "P1W, 2027-02-07T12:00:00Z",
            "P1M, 2027-02-28T12:00:00Z", "P2M, 2027-03-31T11:00:00Z", "P1Y2M3DT4H5M6S, 2028-04-03T15:05:06Z",
            "P2Y, 2029-01-31T12:00:00Z", "PT36H, 2027-02-02T00:00:00Z"})
    void unitsOfTheCalendarAreTheTenantsAndClippedAtMonthEnds(String by, String target) {
        assertThat(Ahead.of(Optional.of(by), Optional.empty()).from(NOW, BERLIN)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "1M", "P1", "-P1D", "P-1D", "PT1H1", "P1DT", "tomorrow", "P1H", "PT1D",
            "P1M\n", "P00000000000000000000000000000000000000001D"})
    void whatIsNoPeriodIsRefused(String by) {
        assertThatThrownBy(() -> Ahead.of(Optional.of(by), Optional.empty()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal().fields())
                        .containsKey("by"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2YT1S", "P25M", "P999999999D", "PT9999999999H", "P99999999999Y"})
    void noMoreThanTwoYears(String by) {
        assertThatThrownBy(() -> Ahead.of(Optional.of(by), Optional.empty()).from(NOW, BERLIN))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal().fields())
                        .isEqualTo(Map.of("by", "OUT_OF_RANGE")));
    }

    @Test
    void aMomentIsInWholeMilliseconds() {
        assertThat(to("2027-02-01T00:00:00.123456Z").from(NOW, BERLIN)).isEqualTo("2027-02-01T00:00:00.123Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-31T12:00:00Z", "2026-01-01T00:00:00Z"})
    void neverBack(String moment) {
        assertThatThrownBy(() -> to(moment).from(NOW, BERLIN)).hasMessage("CLOCK_FORWARD_ONLY");
    }

    @Test
    void nowhereIsRefusedToo() {
        assertThatThrownBy(() -> Ahead.of(Optional.of("PT0S"), Optional.empty()).from(NOW, BERLIN))
                .hasMessage("CLOCK_FORWARD_ONLY");
    }

    @Test
    void oneOfBothAndNotBoth() {
        assertThatThrownBy(() -> Ahead.of(Optional.empty(), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Ahead.of(Optional.of("P1D"), Optional.of("2027-02-01T00:00:00Z")))
                .isInstanceOf(RefusedException.class);
    }

    private static Ahead to(String moment) {
        return Ahead.of(Optional.empty(), Optional.of(moment));
    }
}
