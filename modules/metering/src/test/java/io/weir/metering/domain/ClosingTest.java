package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void an_hour_is_closed_when_nothing_of_it_can_be_under_way() {
        var closing = new Closing(NOON, NOON, at("12:59:00")).seen(at("13:00:00"), at("13:00:05"));
        assertThat(closing.next(at("13:10:04")).isEmpty()).isTrue();
        assertThat(closing.next(at("13:10:05"))).isEqualTo(stretch("12:00:00", "13:00:00"));
    }

    @Test
    void a_clock_that_jumps_closes_nothing_at_once() {
        var jumped = Instant.parse("2026-12-24T00:00:00Z");
        var closing = new Closing(NOON, NOON, at("12:00:00")).seen(jumped, at("12:30:00"));
        assertThat(closing.next(at("12:39:59")).isEmpty()).isTrue();
        assertThat(closing.next(at("12:40:00")).from()).isEqualTo(NOON);
    }

    @Test
    void what_was_seen_stays_until_it_is_closed() {
        var closing = new Closing(NOON, at("13:00:00"), at("13:00:05")).seen(at("14:00:00"), at("14:00:05"));
        assertThat(closing.next(at("14:00:05"))).isEqualTo(stretch("12:00:00", "13:00:00"));
        assertThat(closing.closed(at("13:00:00")).seen(at("14:00:00"), at("14:00:06")).closingBefore())
                .isEqualTo(at("14:00:00"));
    }

    @Test
    void a_day_at_a_time() {
        var closing = new Closing(NOON, Instant.parse("2026-11-23T05:00:00Z"), NOON);
        assertThat(closing.next(at("23:00:00")).until()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void a_clock_that_was_set_back_opens_hours_again() {
        var closing = new Closing(NOON, NOON, NOON).seen(at("09:00:00"), at("12:30:00"));
        assertThat(closing.summedBefore()).isEqualTo(at("09:00:00"));
        assertThat(closing.next(at("12:50:00")).isEmpty()).isTrue();
    }

    @Test
    void the_first_look_trusts_nothing() {
        assertThat(Closing.first(Optional.empty(), NOON, NOON).summedBefore()).isEqualTo(at("11:00:00"));
        assertThat(Closing.first(Optional.of(NOON), NOON, NOON).summedBefore()).isEqualTo(at("11:00:00"));
        assertThat(Closing.first(Optional.of(at("03:00:00")), NOON, NOON).summedBefore()).isEqualTo(at("03:00:00"));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T" + time + "Z");
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(at(from), at(until));
    }
}
