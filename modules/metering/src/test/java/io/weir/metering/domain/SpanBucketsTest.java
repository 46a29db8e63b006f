package io.weir.metering.domain;

import static io.weir.metering.api.UsageReports.Span.Step.DAY;
import static io.weir.metering.api.UsageReports.Span.Step.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.UsageReports.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpanBucketsTest {
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void days_are_the_zones() {
        var buckets = of("2026-11-20T17:00:00Z", "2026-11-22T17:00:00Z", SAIGON, DAY);
        assertThat(buckets.labels()).containsExactly("2026-11-21", "2026-11-22");
        assertThat(buckets.labelOf(Instant.parse("2026-11-21T16:00:00Z"))).isEqualTo("2026-11-21");
        assertThat(buckets.labelOf(Instant.parse("2026-11-21T17:00:00Z"))).isEqualTo("2026-11-22");
        assertThat(buckets.dayOfHour(Instant.parse("2026-11-21T17:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void a_span_that_begins_within_an_hour_counts_that_hour() {
        var buckets = of("2026-11-21T10:20:00Z", "2026-11-21T12:20:00Z", SAIGON, HOUR);
        assertThat(buckets.rollupHours().from()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(buckets.rollupHours().until()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
        assertThat(buckets.labels()).containsExactly("2026-11-21T17:00", "2026-11-21T18:00", "2026-11-21T19:00");
        assertThat(buckets.labelOf(buckets.rollupHours().from())).isEqualTo("2026-11-21T17:00");
    }

    @Test
    void the_hour_that_clocks_skip_is_no_bucket() {
        var buckets = of("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z", BERLIN, HOUR);
        assertThat(buckets.labels()).containsExactly("2026-03-29T01:00", "2026-03-29T03:00", "2026-03-29T04:00");
    }

    @Test
    void the_hour_that_clocks_repeat_is_one_bucket() {
        var buckets = of("2026-10-24T23:00:00Z", "2026-10-25T03:00:00Z", BERLIN, HOUR);
        assertThat(buckets.labels()).containsExactly("2026-10-25T01:00", "2026-10-25T02:00", "2026-10-25T03:00");
        assertThat(buckets.labelOf(Instant.parse("2026-10-25T00:00:00Z"))).isEqualTo("2026-10-25T02:00");
        assertThat(buckets.labelOf(Instant.parse("2026-10-25T01:00:00Z"))).isEqualTo("2026-10-25T02:00");
    }

    @Test
    void a_day_of_25_hours_is_one_day() {
        assertThat(of("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", BERLIN, DAY).labels())
                .containsExactly("2026-10-25");
    }

    @Test
    void half_hour_zones_count_an_hour_where_it_begins_but_never_before_the_span() {
        var buckets = of("2026-11-20T18:30:00Z", "2026-11-21T18:30:00Z", ZoneId.of("Asia/Kolkata"), DAY);
        assertThat(buckets.labels()).containsExactly("2026-11-21");
        assertThat(buckets.labelOf(buckets.rollupHours().from())).isEqualTo("2026-11-21");
        assertThat(buckets.labelOf(Instant.parse("2026-11-21T18:00:00Z"))).isEqualTo("2026-11-21");
    }

    private static SpanBuckets of(String from, String until, ZoneId zone, Span.Step step) {
        return new SpanBuckets(new Span(Instant.parse(from), Instant.parse(until), zone, step));
    }
}
