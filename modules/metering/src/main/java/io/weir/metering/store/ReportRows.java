package io.weir.metering.store;

import io.weir.metering.api.UsageReports.By;
import io.weir.metering.domain.LatencyCounts;
import io.weir.metering.domain.Rollups.Sums;
import io.weir.metering.domain.UsageTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** What reports are made of: figures of whole hours, in no order, and any of them in several parts. */
interface ReportRows {
    /** What a curve, totals and the table of statuses are made of. */
    List<Hour> hoursByStatus();

    List<Group> groups(By by);

    /** Those of both, which have no hour in common. */
    default ReportRows and(ReportRows others) {
        var first = this;
        return new ReportRows() {
            @Override
            public List<Hour> hoursByStatus() {
                return Stream.concat(first.hoursByStatus().stream(), others.hoursByStatus().stream()).toList();
            }

            @Override
            public List<Group> groups(By by) {
                var groups = new LinkedHashMap<String, Group>();
                Stream.concat(first.groups(by).stream(), others.groups(by).stream())
                        .forEach(group -> groups.merge(group.name(), group, Group::plus));
                return new ArrayList<>(groups.values());
            }
        };
    }

    /** Of a rollup hour, of one HTTP status in it. */
    record Hour(Instant at, int status, Sums sums) {
    }

    /** Of everything with that endpoint, model, key, status or operation. */
    record Group(String name, Sums sums, LatencyCounts latencies) {
        Group plus(Group more) {
            var all = new LatencyCounts();
            all.addAll(latencies);
            all.addAll(more.latencies);
            return new Group(name, sums.plus(more.sums), all);
        }

        /** Empty where calls had none. */
        String shownName() {
            return name.equals(UsageTally.NO_KEY.toString()) ? "" : name;
        }
    }
}
