package io.weir.metering.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompoundTest {
    @Test
    void queriesTravelTogether() {
        assertThat(new Compound(List.of(new SqlText("SELECT 1"), new SqlText("SELECT ").number(2))).sql())
                .isEqualTo("BEGIN NOT ATOMIC SELECT 1; SELECT ?; END");
    }

    @Test
    void writesCommitOnlyWhenEveryAllowanceWasThere() {
        var sql = Compound.committing(
                List.of(new SqlText(WriteSql.UPDATE_ALLOWANCE).sql("SET used=used+(1)"),
                        new SqlText("INSERT INTO x VALUES (1)")))
                .sql();
        assertThat(sql).matches("BEGIN NOT ATOMIC UPDATE metering_allowance SET used=used\\+\\(1\\); "
                + "IF ROW_COUNT\\(\\)<>1 THEN SIGNAL SQLSTATE '45000' .*; END IF; "
                + "INSERT INTO x VALUES \\(1\\); COMMIT; END");
    }
}
