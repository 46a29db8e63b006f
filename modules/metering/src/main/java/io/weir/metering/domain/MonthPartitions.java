package io.weir.metering.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The monthly partitions of {@code metering_usage}, in their order: {@code p2026_11} ends where December begins, in
 * UTC. Behind them all lies {@code p_later}, which is empty as long as months are laid in time.
 */
public record MonthPartitions(List<Partition> months) {
    public static final String LATER = "p_later";
    private static final int MONTHS_AHEAD = 12;
    /** Of the wall clock. A sandbox clock may run further ahead, and what it uses then lies in the last partition. */
    private static final int FARTHEST_YEARS = 10;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'uuuu_MM");
    private static final DateTimeFormatter BOUND = DateTimeFormatter.ofPattern("''''uuuu-MM-dd HH:mm:ss''''");

    public MonthPartitions {
        months = List.copyOf(months);
    }

    /** The months to be laid so that there are twelve behind the latest of all clocks. */
    public List<Partition> missing(Instant wall, Instant latest) {
        var farthest = monthOf(wall).plusYears(FARTHEST_YEARS);
        var last = monthOf(latest).plusMonths(MONTHS_AHEAD);
        var until = last.isAfter(farthest) ? farthest : last;
        var missing = new ArrayList<Partition>();
        for (var month = firstMissing(wall); !month.isAfter(until); month = month.plusMonths(1)) {
            missing.add(Partition.of(month));
        }
        return missing;
    }

    private YearMonth firstMissing(Instant wall) {
        return months.isEmpty() ? monthOf(wall) : monthOf(months.get(months.size() - 1).until());
    }

    /** Those that hold nothing but what is older than everything that anybody keeps. */
    public List<Partition> endedBy(Instant oldestCutoff) {
        return months.stream().filter(month -> !month.until().isAfter(oldestCutoff)).toList();
    }

    private static YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** {@code until}: exclusive. */
    public record Partition(String name, Instant until) {
        static Partition of(YearMonth month) {
            return new Partition(NAME.format(month),
                    month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }

        /** As {@code information_schema} describes it; empty for the one without a bound. */
        public static Optional<Partition> described(String name, String bound) {
            return bound.equals("MAXVALUE") ? Optional.empty()
                    : Optional.of(new Partition(name, LocalDateTime.parse(bound, BOUND).toInstant(ZoneOffset.UTC)));
        }

        public String definition() {
            return "PARTITION " + name + " VALUES LESS THAN ("
                    + BOUND.format(LocalDateTime.ofInstant(until, ZoneOffset.UTC)) + ")";
        }
    }
}
