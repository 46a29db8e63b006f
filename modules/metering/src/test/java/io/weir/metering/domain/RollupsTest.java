package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Rollups.Bar;
import io.weir.metering.domain.Rollups.Key;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.Rollups.Used;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RollupsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Holder HOLDER = new Holder(new TenantId(new UUID(1, 1)), new AccountId(new UUID(2, 1)));
    private static final Key KEY = key(NOON, "/e", 200);

    @Test
    void a_call_is_counted_once_and_every_quantity() {
        var rollups = new Rollups();
        rollups.count(new Used(KEY, 3, 1, 70, 1, OptionalInt.of(120)));
        rollups.count(new Used(KEY, 4, 0, 0, 0, OptionalInt.empty()));
        assertThat(rollups.hours()).containsExactly(Map.entry(KEY, new Sums(1, 0, 7, 1, 70, 120, 1)));
        assertThat(rollups.latencies()).containsExactly(Map.entry(new Bar(KEY, LatencyScale.bucketOf(120)), 1L));
    }

    @Test
    void blanks_at_the_end_are_the_same_key_as_in_the_table() {
        assertThat(key(NOON, "/e  ", 200)).isEqualTo(KEY);
        assertThat(key(NOON, " /e", 200)).isNotEqualTo(KEY);
    }

    @Test
    void missing_superfluous_and_wrong_rows_differ_and_equal_ones_do_not() {
        var expected = new Rollups();
        var stored = new Rollups();
        var ten = new Sums(10, 0, 10, 0, 0, 0, 0);
        var eleven = new Sums(11, 0, 11, 0, 0, 0, 0);
        var later = NOON.plus(1, ChronoUnit.HOURS);
        expected.count(KEY, ten);
        stored.count(KEY, ten);
        expected.count(key(NOON, "/missing", 200), ten);
        stored.count(key(NOON, "/superfluous", 200), ten);
        expected.count(key(later, "/wrong", 200), ten);
        stored.count(key(later, "/wrong", 200), eleven);
        stored.count(new Bar(KEY, 5), 3);
        var difference = expected.against(stored);
        assertThat(difference.compared()).isEqualTo(5);
        assertThat(difference.size()).isEqualTo(4);
        assertThat(difference.when()).containsExactly(NOON, later);
        assertThat(difference.hours()).containsEntry(key(NOON, "/missing", 200), ten)
                .containsEntry(key(NOON, "/superfluous", 200), null).containsEntry(key(later, "/wrong", 200), ten);
        assertThat(difference.latencies()).containsEntry(new Bar(KEY, 5), null);
    }

    /** The gate adds up batch by batch; the proof, usage by usage. Both must arrive at the same rows. */
    @Test
    void agrees_with_what_the_gate_adds_up() {
        var random = new Random(5);
        var usages = new ArrayList<Usage>();
        for (int i = 0; i < 5000; i++) {
            usages.add(usage(random));
        }
        var proof = new Rollups();
        usages.forEach(usage -> proof.count(used(usage)));
        assertThat(proof.against(gate(usages)).size()).isZero();
        var damaged = gate(usages.subList(1, usages.size()));
        assertThat(proof.against(damaged).when()).containsExactly(usages.get(0).at().truncatedTo(ChronoUnit.HOURS));
    }

    @Test
    void sums_are_those_of_a_naive_count() {
        var random = new Random(9);
        var usages = new ArrayList<Usage>();
        for (int i = 0; i < 2000; i++) {
            usages.add(usage(random));
        }
        var rollups = new Rollups();
        usages.forEach(usage -> rollups.count(used(usage)));
        var quantities = usages.stream().collect(Collectors.groupingBy(usage -> used(usage).key(),
                Collectors.summingLong(Usage::quantity)));
        assertThat(rollups.hours().keySet()).isEqualTo(quantities.keySet());
        rollups.hours().forEach((key, sums) -> assertThat(sums.quantity()).isEqualTo(quantities.get(key)));
        assertThat(rollups.hours().values().stream().mapToLong(Sums::requests).sum())
                .isEqualTo(usages.stream().mapToLong(Usage::requests).sum());
        assertThat(rollups.latencies().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(rollups.hours().values().stream().mapToLong(Sums::latencyCount).sum());
    }

    private static Rollups gate(List<Usage> usages) {
        var rollups = new Rollups();
        for (int first = 0; first < usages.size(); first += 64) {
            var tally = new UsageTally(usages.subList(first, Math.min(usages.size(), first + 64)));
            tally.hours().forEach((key, sums) -> rollups.count(key(key), new Sums(sums.requests(), sums.errors(),
                    sums.quantity(), sums.overage(), sums.tokens(), sums.latencySum(), sums.latencyCount())));
            tally.latencies().forEach((bar, calls) -> rollups.count(new Bar(key(bar.row()), bar.bucket()), calls));
        }
        return rollups;
    }

    private static Key key(UsageTally.HourKey key) {
        return new Key(key.meter().value(), key.hour(), key.endpoint(), key.operation(), key.model(), key.apiKey(),
                key.status());
    }

    private static Usage usage(Random random) {
        boolean first = random.nextInt(3) > 0;
        var at = NOON.plusMillis(random.nextInt(4 * 3600 * 1000));
        var latency = first && random.nextBoolean() ? OptionalInt.of(random.nextInt(9000)) : OptionalInt.empty();
        var facts = new CallFacts("/e" + random.nextInt(3), pick(random, "op"), pick(random, "m"),
                random.nextBoolean() ? 200 : 502, latency, first ? random.nextInt(100) : 0,
                random.nextBoolean() ? Optional.of(new UUID(4, random.nextInt(2))) : Optional.empty());
        return new Usage(new UUID(3, random.nextInt()), new Claim(HOLDER, new MeterKey(first ? "calls" : "tokens"), at),
                1 + random.nextInt(50), random.nextInt(2), first ? 1 : 0, 0, facts, Optional.empty());
    }

    private static Optional<String> pick(Random random, String name) {
        return random.nextBoolean() ? Optional.of(name + random.nextInt(2)) : Optional.empty();
    }

    private static Used used(Usage usage) {
        var facts = usage.facts();
        var key = new Key(usage.meter().value(), usage.at().truncatedTo(ChronoUnit.HOURS), facts.endpoint(),
                facts.operation().orElse(""), facts.model().orElse(""), facts.apiKey().orElse(UsageTally.NO_KEY),
                facts.status());
        return new Used(key, usage.quantity(), usage.overage(), facts.tokens(), usage.requests(), facts.latencyMs());
    }

    private static Key key(Instant hour, String endpoint, int status) {
        return new Key("calls", hour, endpoint, "", "", UsageTally.NO_KEY, status);
    }
}
