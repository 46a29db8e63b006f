package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.MonthPartitions.Partition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthPartitionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void reads_what_the_database_describes_and_writes_the_same() {
        var november = Partition.described("p2026_11", "'2026-12-01 00:00:00'").orElseThrow();
        assertThat(november.until()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(november.definition()).isEqualTo("PARTITION p2026_11 VALUES LESS THAN ('2026-12-01 00:00:00')");
        assertThat(Partition.described("p_later", "MAXVALUE")).isEmpty();
    }

    @Test
    void nothing_is_missing_while_twelve_months_are_there() {
        assertThat(until("2027-12-01T00:00:00Z").missing(NOW, NOW)).isEmpty();
        assertThat(until("2029-01-01T00:00:00Z").missing(NOW, NOW)).isEmpty();
    }

    @Test
    void months_follow_the_last_one_without_a_gap() {
        assertThat(names(until("2027-09-01T00:00:00Z").missing(NOW, NOW)))
                .containsExactly("p2027_09", "p2027_10", "p2027_11");
        var missing = until("2026-12-01T00:00:00Z").missing(NOW, NOW);
        assertThat(missing).hasSize(12);
        for (int i = 0; i < missing.size(); i++) {
            var name = missing.get(i).name();
            assertThat(missing.get(i).until().atOffset(ZoneOffset.UTC).toLocalDateTime().minusMonths(1))
                    .isEqualTo(LocalDate.of(Integer.parseInt(name.substring(1, 5)),
                            Integer.parseInt(name.substring(6)), 1).atStartOfDay());
        }
    }

    @Test
    void clocks_that_run_ahead_get_their_months_up_to_ten_years() {
        var ahead = Instant.parse("2028-12-31T23:00:00Z");
        assertThat(names(until("2029-01-01T00:00:00Z").missing(NOW, ahead))).hasSize(12)
                .startsWith("p2029_01").endsWith("p2029_12");
        var far = until("2029-01-01T00:00:00Z").missing(NOW, Instant.parse("2126-01-01T00:00:00Z"));
        assertThat(far.get(far.size() - 1).name()).isEqualTo("p2036_11");
    }

    @Test
    void only_months_that_end_before_everybodys_cutoff_go() {
        var laid = new MonthPartitions(List.of(month("p2024_08", "2024-09-01"), month("p2024_09", "2024-10-01"),
                month("p2024_10", "2024-11-01")));
        assertThat(names(laid.endedBy(Instant.parse("2024-10-01T00:00:00Z")))).containsExactly("p2024_08", "p2024_09");
        assertThat(names(laid.endedBy(Instant.parse("2024-09-30T23:59:59Z")))).containsExactly("p2024_08");
        assertThat(laid.endedBy(Instant.parse("2024-08-31T00:00:00Z"))).isEmpty();
    }

    private static MonthPartitions until(String end) {
        return new MonthPartitions(List.of(new Partition("p_last", Instant.parse(end))));
    }

    private static Partition month(String name, String end) {
        return Partition.described(name, "'" + end + " 00:00:00'").orElseThrow();
    }

    private static List<String> names(List<Partition> partitions) {
        return partitions.stream().map(Partition::name).toList();
    }
}
