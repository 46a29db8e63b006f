package io.weir.metering.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageCursor;
import io.weir.metering.store.UsageSeek.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsageSeekTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Stretch SPAN = new Stretch(NOON.minusSeconds(7200), NOON.plusSeconds(7200));
    private static final Optional<UsageCursor> AT_NOON = Optional.of(new UsageCursor(NOON, new UUID(0, 7)));

    @Test
    void the_millisecond_of_the_place_still_belongs_to_what_is_ahead() {
        assertThat(new UsageSeek(AT_NOON, Order.NEWEST_FIRST, 10).ahead(SPAN))
                .isEqualTo(new Stretch(SPAN.from(), NOON.plusMillis(1)));
        assertThat(new UsageSeek(AT_NOON, Order.OLDEST_FIRST, 10).ahead(SPAN))
                .isEqualTo(new Stretch(NOON, SPAN.until()));
    }

    @Test
    void a_place_outside_the_span_leaves_all_of_it_or_nothing() {
        var later = Optional.of(new UsageCursor(SPAN.until().plusSeconds(1), new UUID(0, 7)));
        assertThat(new UsageSeek(later, Order.NEWEST_FIRST, 10).ahead(SPAN)).isEqualTo(SPAN);
        assertThat(new UsageSeek(later, Order.OLDEST_FIRST, 10).ahead(SPAN).isEmpty()).isTrue();
    }

    @Test
    void an_hour_that_was_read_is_behind() {
        assertThat(new UsageSeek(AT_NOON, Order.NEWEST_FIRST, 10).behind(NOON, SPAN))
                .isEqualTo(new Stretch(SPAN.from(), NOON));
        assertThat(new UsageSeek(AT_NOON, Order.OLDEST_FIRST, 10).behind(NOON, SPAN))
                .isEqualTo(new Stretch(NOON.plusSeconds(3600), SPAN.until()));
    }

    @Test
    void both_orders_break_ties_by_id() {
        assertThat(new UsageSeek(AT_NOON, Order.NEWEST_FIRST, 10).beyond())
                .isEqualTo(" AND (used_at < :after OR (used_at = :after AND id < :afterId))");
        assertThat(new UsageSeek(AT_NOON, Order.OLDEST_FIRST, 10).ordered())
                .isEqualTo(" ORDER BY used_at, id LIMIT :atMost");
        assertThat(new UsageSeek(Optional.empty(), Order.NEWEST_FIRST, 10).beyond()).isEmpty();
    }
}
