package io.weir.metering.store;

import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.UsageCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a read of the usage log goes on, in which direction, and how many rows it wants. */
public record UsageSeek(Optional<UsageCursor> after, Order order, int atMost) {
    UsageSeek less(int found) {
        return new UsageSeek(after, order, atMost - found);
    }

    /** The condition that a row lies behind the place; begins with AND, or is empty. */
    String beyond() {
        var than = order.newestFirst() ? "<" : ">";
        return after.isEmpty() ? "" : " AND (used_at " + than + " :after OR (used_at = :after AND id " + than
                + " :afterId))";
    }

    String ordered() {
        var direction = order.newestFirst() ? " DESC" : "";
        return " ORDER BY used_at" + direction + ", id" + direction + " LIMIT :atMost";
    }

    /** What is left of a span behind the place; the place's own millisecond still belongs to it. */
    Stretch ahead(Stretch span) {
        if (after.isEmpty()) {
            return span;
        }
        var at = after.get().at();
        return order.newestFirst() ? span.before(at.plusMillis(1)) : span.since(at);
    }

    /** What is left of a span once it has been read up to and with an hour. */
    Stretch behind(Instant hour, Stretch span) {
        return order.newestFirst() ? span.before(hour) : span.since(hour.plus(Duration.ofHours(1)));
    }

    /** Which end a reader begins at. */
    public enum Order {
        NEWEST_FIRST, OLDEST_FIRST;

        boolean newestFirst() {
            return this == NEWEST_FIRST;
        }
    }
}
