package io.weir.metering.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.BatchFailure.Kind;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {
    @ParameterizedTest
    @CsvSource({"40001, 1213, CONTENDED", "HY000, 1205, CONTENDED", "08S01, 1053, UNREACHABLE", "08000, 0, UNREACHABLE",
        "70100, 1317, UNREACHABLE", "70100, 1927, UNREACHABLE",
        "42000, 1064, UNREACHABLE", "23000, 4025, BROKEN", "42S02, 1146, BROKEN"})
    void by_state_and_code(String state, int code, Kind kind) {
        var thrown = new SQLException("x", state, code);
        assertThat(SqlFailures.kind(thrown)).isEqualTo(kind);
        assertThat(SqlFailures.kind(new BatchUpdateException("x", "HY000", 0, new int[0], thrown))).isEqualTo(kind);
    }

    @Test
    void by_type() {
        assertThat(SqlFailures.kind(new SQLNonTransientConnectionException("x"))).isEqualTo(Kind.UNREACHABLE);
        assertThat(SqlFailures.kind(new SQLTransientConnectionException("pool wait"))).isEqualTo(Kind.UNREACHABLE);
        assertThat(SqlFailures.kind(new SQLException("x"))).isEqualTo(Kind.BROKEN);
    }
}
