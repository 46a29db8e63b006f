package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The usages of a batch, summed by hour: what is added to the rollups, one row for each key. */
public final class UsageTally {
    /** Stands for "no key" where a column of a primary key cannot be NULL. */
    public static final UUID NO_KEY = new UUID(0, 0);

    private final Map<HourKey, HourSums> hours = new LinkedHashMap<>();
    private final Map<LatencyKey, Long> latencies = new LinkedHashMap<>();

    public UsageTally(Collection<Usage> usages) {
        usages.forEach(this::add);
    }

    public Map<HourKey, HourSums> hours() {
        return hours;
    }

    public Map<LatencyKey, Long> latencies() {
        return latencies;
    }

    private void add(Usage usage) {
        var hour = usage.at().truncatedTo(ChronoUnit.HOURS);
        var facts = usage.facts();
        var key = new HourKey(usage.holder(), usage.meter(), hour, facts.endpoint(), facts.model().orElse(""),
                facts.apiKey().orElse(NO_KEY), facts.status());
        hours.merge(key, HourSums.of(usage), HourSums::plus);
        facts.latencyMs().ifPresent(ms -> latencies.merge(
                new LatencyKey(usage.holder(), usage.meter(), hour, LatencyScale.bucketOf(ms)), 1L, Long::sum));
    }

    /** One rollup row. */
    public record HourKey(Holder holder, MeterKey meter, Instant hour, String endpoint, String model, UUID apiKey,
            int status) {
    }

    /** What is added to it. */
    public record HourSums(long requests, long errors, long quantity, long tokens, long latencySum, long latencyCount) {
        static HourSums of(Usage usage) {
            var facts = usage.facts();
            return new HourSums(1, facts.status() >= 400 ? 1 : 0, usage.quantity(), facts.tokens(),
                    facts.latencyMs().orElse(0), facts.latencyMs().isPresent() ? 1 : 0);
        }

        HourSums plus(HourSums more) {
            return new HourSums(requests + more.requests, errors + more.errors,
                    quantity + more.quantity, tokens + more.tokens,
                    latencySum + more.latencySum, latencyCount + more.latencyCount);
        }
    }

    /** One bar of the hour's latency histogram. */
    public record LatencyKey(Holder holder, MeterKey meter, Instant hour, int bucket) {
    }
}
