package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.LogWindow.BusyHour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogWindowTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Stretch DAY = new Stretch(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)));

    @Test
    void quiet_hours_are_read_together() {
        var windows = LogWindow.of(List.of(hour(2, 400), hour(1, 500), hour(0, 200)), DAY, true, 1000);
        assertThat(windows).containsExactly(new LogWindow(List.of(whole(2), whole(1))),
                new LogWindow(List.of(whole(0))));
    }

    @Test
    void a_busy_hour_is_cut_into_slices_in_the_order_of_reading() {
        var down = LogWindow.of(List.of(hour(0, 4000)), DAY, true, 1000);
        var up = LogWindow.of(List.of(hour(0, 4000)), DAY, false, 1000);
        assertThat(down).hasSizeBetween(4, 5);
        assertThat(down.get(0).stretches().get(0).until()).isEqualTo(whole(0).until());
        assertThat(up.get(0).stretches().get(0).from()).isEqualTo(NOON);
    }

    @Test
    void never_reads_beyond_what_was_asked_for() {
        var within = new Stretch(NOON.plusSeconds(600), NOON.plusSeconds(1200));
        assertThat(LogWindow.of(List.of(hour(0, 10)), within, true, 1000))
                .containsExactly(new LogWindow(List.of(within)));
    }

    @Test
    void an_hour_in_which_no_call_began_is_read_too() {
        assertThat(LogWindow.of(List.of(hour(0, 0)), DAY, true, 1000)).hasSize(1);
    }

    /** Whatever the load: each moment of each busy hour is read exactly once, one after the other. */
    @Test
    void windows_tile_the_hours() {
        var random = new Random(11);
        for (int run = 0; run < 500; run++) {
            boolean newestFirst = random.nextBoolean();
            var hours = new ArrayList<BusyHour>();
            for (int h = 0; h < 12; h++) {
                if (random.nextInt(3) > 0) {
                    int calls = random.nextInt(random.nextBoolean() ? 300 : 20_000_000);
                    hours.add(newestFirst ? 0 : hours.size(), hour(h, calls));
                }
            }
            var read = LogWindow.of(hours, DAY, newestFirst, 1000).stream()
                    .flatMap(window -> window.stretches().stream()).toList();
            assertThat(covered(read)).isEqualTo(Duration.ofHours(hours.size()));
            for (int i = 1; i < read.size(); i++) {
                var earlier = newestFirst ? read.get(i) : read.get(i - 1);
                var later = newestFirst ? read.get(i - 1) : read.get(i);
                assertThat(earlier.until()).isBeforeOrEqualTo(later.from());
            }
        }
    }

    private static Duration covered(List<Stretch> stretches) {
        return stretches.stream().map(s -> Duration.between(s.from(), s.until())).reduce(Duration.ZERO, Duration::plus);
    }

    private static BusyHour hour(int number, long calls) {
        return new BusyHour(NOON.plus(Duration.ofHours(number)), calls);
    }

    private static Stretch whole(int number) {
        return new Stretch(NOON.plus(Duration.ofHours(number)), NOON.plus(Duration.ofHours(number + 1L)));
    }
}
