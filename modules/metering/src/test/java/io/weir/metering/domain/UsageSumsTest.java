package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.UsageSums.Place;
import io.weir.metering.domain.UsageSums.Sum;
import io.weir.metering.domain.UsageSums.Width;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsageSumsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant MIDNIGHT = NOON.truncatedTo(ChronoUnit.DAYS);
    private static final UUID SOME = new UUID(3, 1);

    @Test
    void a_row_is_counted_by_each_of_its_dimensions_by_hour_and_by_day() {
        var sums = new UsageSums();
        var ten = new Sums(10, 1, 20, 2, 300, 4000, 8);
        sums.count(key(NOON, "/e", 200), ten);
        sums.count(new Bar(key(NOON, "/e", 200), 5), 8);
        assertThat(sums.all()).hasSize(14)
                .containsEntry(new Place("calls", Cut.KEY, Width.HOUR, UsageTally.NO_KEY, NOON, SOME.toString()),
                        new Sum(ten, "5:8"))
                .containsEntry(new Place("calls", Cut.STATUS, Width.DAY, UsageTally.NO_KEY, MIDNIGHT, "200"),
                        new Sum(ten, "5:8"))
                .containsEntry(new Place("calls", Cut.KEY_ENDPOINT, Width.DAY, SOME, MIDNIGHT, "/e"),
                        new Sum(ten, "5:8"));
    }

    /** Whatever a page adds up, it must be all of it: every cut is of the same calls. */
    @Test
    void each_cut_adds_up_to_the_rollups() {
        var random = new Random(3);
        var sums = new UsageSums();
        var all = Sums.NONE;
        var latencies = new LatencyCounts();
        for (int i = 0; i < 500; i++) {
            var key = key(NOON.plus(random.nextInt(12), ChronoUnit.HOURS), "/" + random.nextInt(5),
                    200 + random.nextInt(3));
            var more = new Sums(random.nextInt(9), 1, random.nextInt(99), 0, 5, random.nextInt(999), 2);
            int bucket = random.nextInt(200);
            sums.count(key, more);
            sums.count(new Bar(key, bucket), 2);
            all = all.plus(more);
            latencies.add(bucket, 2);
        }
        for (var cut : Cut.values()) {
            for (var width : Width.values()) {
                assertThat(total(sums.all(), cut, width)).as("%s by %s", cut, width)
                        .isEqualTo(new Sum(all, latencies.text()));
            }
        }
    }

    @Test
    void missing_superfluous_and_wrong_sums_differ() {
        var sums = new UsageSums();
        sums.count(key(NOON, "/e", 200), new Sums(10, 1, 20, 2, 300, 4000, 8));
        var damaged = new HashMap<>(sums.all());
        assertThat(UsageSums.differing(sums.all(), damaged)).isZero();
        var places = sums.all().keySet().iterator();
        damaged.remove(places.next());
        damaged.put(places.next(), new Sum(Sums.NONE, ""));
        damaged.put(new Place("calls", Cut.MODEL, Width.DAY, UsageTally.NO_KEY, NOON, "other"), new Sum(Sums.NONE, ""));
        assertThat(UsageSums.differing(sums.all(), damaged)).isEqualTo(3);
    }

    private static Sum total(Map<Place, Sum> rows, Cut cut, Width width) {
        var latencies = new LatencyCounts();
        var sums = Sums.NONE;
        for (var row : rows.entrySet()) {
            if (row.getKey().cut() == cut && row.getKey().width() == width) {
                sums = sums.plus(row.getValue().sums());
                latencies.addAll(row.getValue().latencies());
            }
        }
        return new Sum(sums, latencies.text());
    }

    private static Key key(Instant hour, String endpoint, int status) {
        return new Key("calls", hour, endpoint, "op", "m", SOME, status);
    }
}
