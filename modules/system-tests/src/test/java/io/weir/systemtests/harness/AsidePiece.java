package io.weir.systemtests.harness;

import java.sql.SQLException;
import java.util.UUID;

/** A piece of a job's work that is put aside for a year, without anything having gone wrong. */
public final class AsidePiece {
    private AsidePiece() {
    }

    /** Answers its id. */
    public static String in(RunningWeir weir, String tenant, String job, String subject) {
        var id = UUID.randomUUID().toString();
        try (var connection = weir.database(); var insert = connection.prepareStatement("INSERT INTO platform_set_aside"
                + " (tenant_id, id, job, subject_id, attempts, since, retry_at, error) SELECT id, ?, ?, ?, 1,"
                + " NOW(3), NOW(3) + INTERVAL 1 YEAR, 'IllegalStateException at Somewhere.java:1'"
                + " FROM tenancy_tenant WHERE slug = ?")) {
            insert.setString(1, id);
            insert.setString(2, job);
            insert.setString(3, subject);
            insert.setString(4, tenant);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
