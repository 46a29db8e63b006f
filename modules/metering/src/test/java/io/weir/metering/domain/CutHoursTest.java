package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutHoursTest {
    @Test
    void anHourIsTakenApartWhereAMomentLiesInIt() {
        var hours = cut("10:15", "10:45", "12:00", "13:30");
        assertThat(hours.taken()).containsExactlyInAnyOrder(at("10:00"), at("13:00"));
        assertThat(hours.parts()).containsExactly(stretch("10:15", "10:45"), stretch("10:45", "11:00"),
                stretch("13:00", "13:30"));
    }

    @Test
    void ofWholeHoursNothingIs() {
        assertThat(cut("10:00", "12:00").parts()).isEmpty();
    }

    @Test
    void aSpanWithinAnHourIsAPartOfIt() {
        assertThat(cut("10:15", "10:30").parts()).containsExactly(stretch("10:15", "10:30"));
    }

    @Test
    void whatIsForgottenStaysWhole() {
        var hours = new CutHours(List.of(at("10:15"), at("13:30")), at("11:00"));
        assertThat(hours.taken()).containsExactly(at("13:00"));
    }

    private static CutHours cut(String... moments) {
        return new CutHours(Stream.of(moments).map(CutHoursTest::at).toList(), Instant.MIN);
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(at(from), at(until));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z");
    }
}
