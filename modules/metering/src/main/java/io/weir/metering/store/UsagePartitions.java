package io.weir.metering.store;

import io.weir.metering.domain.MonthPartitions;
import io.weir.metering.domain.MonthPartitions.Partition;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes the partitions of {@code metering_usage}. Such a statement commits by itself, so it never runs in the
 * caller's transaction. While it waits for the table, every admission waits behind it, and gives up after 1.5 s; so it
 * waits for one second only, fails, and is tried again by the job's next run.
 */
@ApplicationScoped
public class UsagePartitions {
    private static final String ALTER = "ALTER TABLE metering_usage WAIT 1 ";
    /** Each is a file to be made, and the table is locked until all are. */
    private static final int MONTHS_AT_ONCE = 6;
    private static final int LONGEST_SECONDS = 60;
    private final Database database;

    protected UsagePartitions() {
        this(null);
    }

    @Inject
    public UsagePartitions(Database database) {
        this.database = database;
    }

    /** Without the last one, which has no bound. */
    public MonthPartitions laid() {
        var found = new ArrayList<Partition>();
        try (var connection = database.ownCommits().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT PARTITION_NAME, PARTITION_DESCRIPTION FROM information_schema.PARTITIONS
                        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'metering_usage'
                          AND PARTITION_NAME IS NOT NULL ORDER BY PARTITION_ORDINAL_POSITION""")) {
            while (rows.next()) {
                Partition.described(rows.getString(1), rows.getString(2)).ifPresent(found::add);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the partitions of usage cannot be read", e);
        }
        return new MonthPartitions(found);
    }

    /** Cut from the last partition, whose rows, if there are any, move to where they belong. */
    public void lay(List<Partition> months) {
        for (int first = 0; first < months.size(); first += MONTHS_AT_ONCE) {
            var some = months.subList(first, Math.min(months.size(), first + MONTHS_AT_ONCE));
            alter(some.stream().map(Partition::definition).collect(Collectors.joining(", ",
                    "REORGANIZE PARTITION " + MonthPartitions.LATER + " INTO (",
                    ", PARTITION " + MonthPartitions.LATER + " VALUES LESS THAN (MAXVALUE))")));
        }
    }

    public void drop(Partition month) {
        alter("DROP PARTITION " + month.name());
    }

    private void alter(String change) {
        try (var connection = database.ownCommits().getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            statement.execute(ALTER + change);
        } catch (SQLException e) {
            throw new IllegalStateException("usage cannot be partitioned now: " + change, e);
        }
    }
}
