package io.weir.metering.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One account's rollup rows of some hours: as they are stored, or as its usages say that they ought to be. Keys are
 * those of the tables, in whose collation blanks at the end of a text do not count.
 */
public final class Rollups {
    private final Map<Key, Sums> hours = new HashMap<>();
    private final Map<Bar, Long> latencies = new HashMap<>();

    /** Adds one usage, by the same rules as the gate's {@link UsageTally}. */
    public void count(Used used) {
        count(used.key(), used.sums());
        if (used.latencyMs().isPresent() && used.requests() > 0) {
            count(new Bar(used.key(), LatencyScale.bucketOf(used.latencyMs().getAsInt())), used.requests());
        }
    }

    /** A row of {@code metering_usage_hour}. */
    public void count(Key key, Sums sums) {
        hours.merge(key, sums, Sums::plus);
    }

    /** A row of {@code metering_latency_hour}. */
    public void count(Bar bar, long calls) {
        latencies.merge(bar, calls, Long::sum);
    }

    public Map<Key, Sums> hours() {
        return hours;
    }

    public Map<Bar, Long> latencies() {
        return latencies;
    }

    /** How stored rows differ from these. */
    public RollupDifference against(Rollups stored) {
        return new RollupDifference(changed(hours, stored.hours), changed(latencies, stored.latencies),
                union(hours, stored.hours) + union(latencies, stored.latencies));
    }

    /** Every key whose row must change, with what it must become: null where there must be none. */
    private static <K, V> Map<K, V> changed(Map<K, V> expected, Map<K, V> stored) {
        var changed = new HashMap<K, V>();
        expected.forEach((key, value) -> {
            if (!Objects.equals(value, stored.get(key))) {
                changed.put(key, value);
            }
        });
        stored.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(key -> changed.put(key, null));
        return changed;
    }

    private static <K> long union(Map<K, ?> one, Map<K, ?> other) {
        return one.size() + other.keySet().stream().filter(key -> !one.containsKey(key)).count();
    }

    /** Of a rollup row: the empty text stands for no model and no operation, {@link UsageTally#NO_KEY} for no key. */
    public record Key(String meter, Instant hour, String endpoint, String operation, String model, UUID apiKey,
            int status) {
        public Key {
            endpoint = withoutTrailingBlanks(endpoint);
            operation = withoutTrailingBlanks(operation);
            model = withoutTrailingBlanks(model);
        }

        private static String withoutTrailingBlanks(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return text.substring(0, end);
        }
    }

    /** What a rollup row counts. */
    public record Sums(long requests, long errors, long quantity, long overage, long tokens, long latencySum,
            long latencyCount) {
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);

        public Sums plus(Sums more) {
            return new Sums(requests + more.requests, errors + more.errors, quantity + more.quantity,
                    overage + more.overage, tokens + more.tokens, latencySum + more.latencySum,
                    latencyCount + more.latencyCount);
        }

        public long averageLatency() {
            return latencyCount == 0 ? 0 : (latencySum + latencyCount / 2) / latencyCount;
        }
    }

    /** One bar of a latency histogram. */
    public record Bar(Key key, int bucket) {
    }

    /** One usage. {@code requests}: 1 on the first usage of a call, 0 on its others. */
    public record Used(Key key, long quantity, long overage, long tokens, int requests, OptionalInt latencyMs) {
        Sums sums() {
            boolean waited = requests > 0 && latencyMs.isPresent();
            return new Sums(requests, key.status() >= 400 ? requests : 0, quantity, overage,
                    requests * tokens, waited ? latencyMs.getAsInt() : 0, waited ? 1 : 0);
        }
    }
}
