package io.weir.metering.store;

import io.weir.metering.api.UsageReports.Bucket;
import io.weir.metering.api.UsageReports.By;
import io.weir.metering.api.UsageReports.Endpoint;
import io.weir.metering.api.UsageReports.Overview;
import io.weir.metering.api.UsageReports.Span;
import io.weir.metering.api.UsageReports.Totals;
import io.weir.metering.domain.LatencyCounts;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.SpanBuckets;
import io.weir.metering.store.ReportRows.Group;
import io.weir.metering.store.ReportRows.Hour;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a usage page together from rollup sums. */
final class UsageOverview {
    private static final int TOP = 10;

    private UsageOverview() {
    }

    static Overview of(ReportRows rows, Span span) {
        var hours = rows.hoursByStatus();
        var endpoints = rows.groups(By.ENDPOINT);
        return new Overview(totals(hours, endpoints), series(hours, span), top(endpoints), statusCodes(hours));
    }

    static Totals totals(List<Hour> hours, List<Group> endpoints) {
        var sums = hours.stream().map(Hour::sums).reduce(Sums.NONE, Sums::plus);
        double rate = sums.requests() == 0 ? 0 : (double) sums.errors() / sums.requests();
        var latencies = new LatencyCounts();
        endpoints.forEach(endpoint -> latencies.addAll(endpoint.latencies()));
        return new Totals(sums.requests(), sums.errors(), rate, sums.averageLatency(), latencies.percentile(50),
                latencies.percentile(95), latencies.percentile(99));
    }

    /** By requests. */
    private static List<Endpoint> top(List<Group> endpoints) {
        return endpoints.stream().sorted(Comparator.comparing((Group group) -> group.sums().requests()).reversed()
                .thenComparing(Group::name)).limit(TOP)
                .map(group -> new Endpoint(group.name(), group.sums().requests(), group.sums().errors(),
                        group.sums().averageLatency(), group.latencies().percentile(95))).toList();
    }

    static List<Bucket> series(List<Hour> hours, Span span) {
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
    static Map<String, Long> statusCodes(List<Hour> hours) {
        var codes = new TreeMap<String, Long>();
        hours.stream().filter(hour -> hour.sums().requests() > 0)
                .forEach(hour -> codes.merge(Integer.toString(hour.status()), hour.sums().requests(), Long::sum));
        return codes;
    }

    private static Bucket sum(Bucket one, Bucket other) {
        return new Bucket(one.bucket(), one.requests() + other.requests(), one.errors() + other.errors());
    }
}
