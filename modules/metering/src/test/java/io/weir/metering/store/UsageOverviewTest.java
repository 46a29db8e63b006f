package io.weir.metering.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.UsageReports.Bucket;
import io.weir.metering.api.UsageReports.Span;
import io.weir.metering.domain.LatencyCounts;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.store.ReportRows.Group;
import io.weir.metering.store.ReportRows.Hour;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageOverviewTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<Hour> HOURS = List.of(
            new Hour(NOON, 200, new Sums(8, 0, 80, 0, 0, 900, 8)),
            new Hour(NOON, 502, new Sums(2, 2, 20, 0, 0, 0, 0)),
            new Hour(NOON.plusSeconds(7200), 200, new Sums(10, 0, 100, 0, 0, 100, 2)),
            new Hour(NOON.plusSeconds(7200), 404, new Sums(0, 0, 50, 0, 0, 0, 0)));

    @Test
    void totals_are_of_all_hours_and_statuses() {
        var totals = UsageOverview.totals(HOURS, List.of(new Group("/e", Sums.NONE, LatencyCounts.read("10:10"))));
        assertThat(totals.requests()).isEqualTo(20);
        assertThat(totals.errors()).isEqualTo(2);
        assertThat(totals.errorRate()).isEqualTo(0.1);
        assertThat(totals.avgMs()).isEqualTo(100);
        assertThat(totals.p95Ms()).isEqualTo(10);
        assertThat(UsageOverview.totals(List.of(), List.of()).errorRate()).isZero();
    }

    @Test
    void the_curve_lists_empty_buckets_too() {
        var span = new Span(NOON, NOON.plusSeconds(3 * 3600), ZoneOffset.UTC, Span.Step.HOUR);
        assertThat(UsageOverview.series(HOURS, span)).containsExactly(new Bucket("2026-11-21T12:00", 10, 2),
                new Bucket("2026-11-21T13:00", 0, 0), new Bucket("2026-11-21T14:00", 10, 0));
    }

    @Test
    void statuses_count_calls() {
        assertThat(UsageOverview.statusCodes(HOURS)).containsExactlyInAnyOrderEntriesOf(Map.of("200", 18L, "502", 2L));
    }
}
