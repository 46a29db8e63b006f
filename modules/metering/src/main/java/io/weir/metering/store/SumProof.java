package io.weir.metering.store;

import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Stretch;
import io.weir.metering.domain.SumDifference;
import io.weir.metering.domain.SummedSpan;
import io.weir.metering.domain.UsageSums;
import io.weir.metering.domain.UsageSums.Place;
import io.weir.metering.domain.UsageSums.Width;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One account's sums against the rollups that they are of, on a connection whose reads see one state of the database.
 * Only what pages would read is held against anything.
 */
final class SumProof {
    private final Connection connection;
    private final Holder holder;

    SumProof(Connection connection, Holder holder) {
        this.connection = connection;
        this.holder = holder;
    }

    SumDifference difference(Stretch day) throws SQLException {
        var summedBefore = UnsummedHours.summedBefore(connection, holder.tenant());
        if (summedBefore.isEmpty()) {
            return new SumDifference(0, 0);
        }
        var span = new SummedSpan(day, summedBefore.get(), UnsummedHours.of(connection, holder, day));
        var rollups = new StoredRollups(connection, holder);
        var sums = new UsageSums();
        rollups.read(rollups.meters(), day, sums::count, sums::count);
        Predicate<Place> isRead = place -> contains(place.width() == Width.DAY ? span.days() : span.hours(),
                place.begins());
        var expected = only(sums.all(), isRead);
        var stored = only(new SumRows(holder).read(connection, day), isRead);
        return new SumDifference(Math.max(expected.size(), stored.size()), UsageSums.differing(expected, stored));
    }

    /** The first hour of the span that has, or ought to have, any sums. */
    Optional<Instant> first(Stretch span) throws SQLException {
        var rollups = new StoredRollups(connection, holder);
        return Stream.of(rollups.first(rollups.meters(), span), new SumRows(holder).first(connection, span))
                .flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static <V> Map<Place, V> only(Map<Place, V> all, Predicate<Place> wanted) {
        var some = new HashMap<>(all);
        some.keySet().removeIf(wanted.negate());
        return some;
    }

    private static boolean contains(List<Stretch> stretches, Instant moment) {
        return stretches.stream().anyMatch(stretch -> !moment.isBefore(stretch.from())
                && moment.isBefore(stretch.until()));
    }
}
