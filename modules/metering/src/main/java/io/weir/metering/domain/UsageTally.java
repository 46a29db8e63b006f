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
        var key = new HourKey(usage.holder(), usage.meter(), hour, facts.endpoint(), facts.operation().orElse(""),
                facts.model().orElse(""), facts.apiKey().orElse(NO_KEY), facts.status());
        hours.merge(key, HourSums.of(usage), HourSums::plus);
        if (usage.requests() > 0) {
            facts.latencyMs().ifPresent(ms -> latencies.merge(new LatencyKey(key, LatencyScale.bucketOf(ms)),
                    (long) usage.requests(), Long::sum));
        }
    }

    /** One rollup row. */
    public record HourKey(Holder holder, MeterKey meter, Instant hour, String endpoint, String operation, String model,
            UUID apiKey, int status) {
    }

    /** What is added to it. Calls, errors, tokens and latencies are those of first usages, quantities of all. */
    public record HourSums(long requests, long errors, long quantity, long overage, long tokens, long latencySum,
            long latencyCount) {
        static HourSums of(Usage usage) {
            var facts = usage.facts();
            int requests = usage.requests();
            return new HourSums(requests, facts.status() >= 400 ? requests : 0, usage.quantity(), usage.overage(),
                    requests * facts.tokens(), (long) requests * facts.latencyMs().orElse(0),
                    facts.latencyMs().isPresent() ? requests : 0);
        }

        HourSums plus(HourSums more) {
            return new HourSums(requests + more.requests, errors + more.errors, quantity + more.quantity,
                    overage + more.overage, tokens + more.tokens, latencySum + more.latencySum,
                    latencyCount + more.latencyCount);
        }
    }

    /** One bar of the latency histogram of a rollup row. */
    public record LatencyKey(HourKey row, int bucket) {
    }
}
