package io.weir.metering.store;

import io.weir.metering.api.UsageReports.Bucket;
import io.weir.metering.api.UsageReports.Overview;
import io.weir.metering.api.UsageReports.Span;
import io.weir.metering.api.UsageReports.Totals;
import io.weir.metering.domain.LatencyScale;
import io.weir.metering.domain.SpanBuckets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts a usage page together from rollup sums. */
final class UsageOverview {
    private UsageOverview() {
    }

    static Overview of(RollupRows rows, Span span) {
        var hours = rows.hoursByStatus();
        return new Overview(totals(hours, rows.latencies()), series(hours, span), rows.topEndpoints(),
                statusCodes(hours));
    }

    static Totals totals(List<RollupRows.Hour> hours, SortedMap<Integer, Long> latencies) {
        var sums = hours.stream().map(RollupRows.Hour::sums).reduce(RollupRows.Sums.NONE, RollupRows.Sums::plus);
        double rate = sums.requests() == 0 ? 0 : (double) sums.errors() / sums.requests();
        return new Totals(sums.requests(), sums.errors(), rate, sums.averageLatency(),
                LatencyScale.percentile(latencies, 50), LatencyScale.percentile(latencies, 95),
                LatencyScale.percentile(latencies, 99));
    }

    static List<Bucket> series(List<RollupRows.Hour> hours, Span span) {
        var buckets = new SpanBuckets(span);
        var byLabel = new TreeMap<String, Bucket>();
        buckets.labels().forEach(label -> byLabel.put(label, new Bucket(label, 0, 0)));
        for (var hour : hours) {
            var label = buckets.labelOf(hour.at());
            byLabel.merge(label, new Bucket(label, hour.sums().requests(), hour.sums().errors()), UsageOverview::sum);
        }
        return List.copyOf(byLabel.values());
    }

    /** Without statuses that only the further usages of a call have. */
    static Map<String, Long> statusCodes(List<RollupRows.Hour> hours) {
        var codes = new TreeMap<String, Long>();
        hours.stream().filter(hour -> hour.sums().requests() > 0)
                .forEach(hour -> codes.merge(Integer.toString(hour.status()), hour.sums().requests(), Long::sum));
        return codes;
    }

    private static Bucket sum(Bucket one, Bucket other) {
        return new Bucket(one.bucket(), one.requests() + other.requests(), one.errors() + other.errors());
    }
}
