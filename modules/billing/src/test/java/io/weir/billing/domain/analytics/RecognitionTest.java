package io.weir.billing.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.RecognisedRevenue;
import io.weir.billing.api.RevenueAnalytics.Days;
import io.weir.billing.domain.analytics.BilledLine.Back;
import io.weir.billing.domain.analytics.BilledLine.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecognitionTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void a_line_is_earned_evenly_and_what_does_not_divide_by_the_first_days() {
        var sums = sums(1, 5, line(1, 10, time(2, 4)));
        assertThat(recognised(sums)).containsExactly(0L, 3L, 3L, 2L, 2L);
        assertThat(billed(sums)).containsExactly(10L, 0L, 0L, 0L, 0L);
        assertThat(sums.after().deferred().minor()).isZero();
        var early = sums(1, 2, line(1, 10, time(2, 4)));
        assertThat(early.after().deferred().minor()).isEqualTo(7);
    }

    @Test
    void without_a_time_it_is_earned_as_it_is_billed() {
        assertThat(recognised(sums(1, 3, line(2, 7, Optional.empty())))).containsExactly(0L, 7L, 0L);
    }

    @Test
    void what_was_used_was_earned_before_it_was_billed() {
        var sums = sums(1, 4, line(5, 8, time(1, 4)));
        assertThat(recognised(sums)).containsExactly(2L, 2L, 2L, 2L);
        assertThat(sums.after().unbilled().minor()).isEqualTo(8);
        assertThat(sums.after().deferred().minor()).isZero();
    }

    @Test
    void a_credit_note_takes_back_what_was_not_earned_yet_and_then_what_was() {
        var all = sums(1, 5, line(1, 103, time(1, 5), back(3, -103)));
        assertThat(recognised(all)).as("21 + 21 earned, 61 not; the day takes the 42 as well")
                .containsExactly(21L, 21L, -42L, 0L, 0L);
        var rest = sums(1, 5, line(1, 103, time(1, 5), back(3, -61)));
        assertThat(recognised(rest)).containsExactly(21L, 21L, 0L, 0L, 0L);
        var late = sums(1, 7, line(1, 10, time(1, 5), back(7, -10)));
        assertThat(recognised(late)).containsExactly(2L, 2L, 2L, 2L, 2L, 0L, -10L);
        var ahead = sums(1, 5, line(1, 9, time(3, 3), back(2, -9)));
        assertThat(recognised(ahead)).containsExactly(0L, 0L, 0L, 0L, 0L);
        var twice = sums(1, 5, line(1, 50, time(1, 5), back(2, -20), back(4, -20)));
        assertThat(recognised(twice).stream().mapToLong(Long::longValue).sum()).isEqualTo(10);
        assertThat(recognised(twice)).containsExactly(10L, 5L, 5L, -10L, 0L);
    }

    @Test
    void what_lowers_a_bill_is_the_opposite() {
        var sums = sums(1, 4, line(1, -10, time(1, 4), back(3, 4)));
        assertThat(recognised(sums)).containsExactly(-3L, -3L, 0L, 0L);
    }

    @Test
    void days_are_the_tenants_from_the_first_until_the_one_that_ends_it() {
        var zone = ZoneId.of("Asia/Ho_Chi_Minh");
        assertThat(Time.between(Instant.parse("2026-01-31T20:00:00Z"), Instant.parse("2026-02-28T20:00:00Z"), zone))
                .isEqualTo(new Time(LocalDate.of(2026, 2, 1), 28));
        assertThat(Time.between(Instant.parse("2026-01-31T20:00:00Z"), Instant.parse("2026-01-31T22:00:00Z"), zone))
                .isEqualTo(new Time(LocalDate.of(2026, 2, 1), 1));
    }

    @Test
    void every_line_is_earned_exactly_once_and_what_stands_open_is_billed_less_earned() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<BilledLine>();
            long net = 0;
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                var line = anything(random);
                lines.add(line);
                net += line.net() + line.backs().stream().mapToLong(Back::net).sum();
            }
            var whole = sums(1, 200, lines.toArray(BilledLine[]::new));
            assertThat(sum(recognised(whole))).as("seed " + seed).isEqualTo(net);
            assertThat(sum(billed(whole))).as("seed " + seed).isEqualTo(net);
            assertThat(open(whole.after())).as("seed " + seed).isZero();
            int cut = 2 + random.nextInt(100);
            var then = sums(1, cut, lines.toArray(BilledLine[]::new));
            assertThat(open(then.after())).as("seed " + seed)
                    .isEqualTo(sum(billed(then)) - sum(recognised(then)));
            var since = sums(cut + 1, 200, lines.toArray(BilledLine[]::new));
            assertThat(since.before()).as("seed " + seed).isEqualTo(then.after());
        }
    }

    private static BilledLine anything(Random random) {
        int issued = 1 + random.nextInt(40);
        long net = (random.nextBoolean() ? 1 : -1) * (long) random.nextInt(5_000);
        var time = random.nextInt(4) == 0 ? Optional.<Time>empty() : time(1 + random.nextInt(60),
                1 + random.nextInt(60));
        var backs = new ArrayList<Back>();
        long left = Math.abs(net);
        int on = issued;
        while (left > 0 && random.nextInt(3) == 0) {
            long part = random.nextLong(left + 1);
            left -= part;
            on += random.nextInt(30);
            backs.add(back(on, -Long.signum(net) * part));
        }
        return new BilledLine(day(issued), net, time, backs);
    }

    private static long open(RecognisedRevenue.Balance balance) {
        return balance.deferred().minus(balance.unbilled()).minor();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    private static RecognisedRevenue sums(int from, int to, BilledLine... lines) {
        var sums = new DailySums(new Days(USD, day(from), day(to)));
        List.of(lines).forEach(sums::add);
        return sums.sums();
    }

    private static BilledLine line(int issued, long net, Optional<Time> time, Back... backs) {
        return new BilledLine(day(issued), net, time, List.of(backs));
    }

    private static Optional<Time> time(int first, int days) {
        return Optional.of(new Time(day(first), days));
    }

    private static Back back(int on, long net) {
        return new Back(day(on), net);
    }

    /** The first of March is 1. */
    private static LocalDate day(int number) {
        return FIRST.plusDays(number - 1L);
    }

    private static List<Long> recognised(RecognisedRevenue sums) {
        return sums.days().stream().map(day -> day.recognised().minor()).toList();
    }

    private static List<Long> billed(RecognisedRevenue sums) {
        return sums.days().stream().map(day -> day.billed().minor()).toList();
    }
}
