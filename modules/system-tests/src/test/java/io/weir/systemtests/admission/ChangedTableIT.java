package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables change under a running server, if only by a new month: what the database keeps prepared must not notice. */
class ChangedTableIT {
    private final RunningWeir weir = RunningWeir.shared();

    @Test
    void aChangedTableIsNoObstacleForCharges() throws SQLException {
        var customer = weir.api("iqx").newCustomer();
        charge(customer, 3);
        touch("metering_usage");
        charge(customer, 3);
        touch("metering_allowance");
        charge(customer, 3);
        assertThat(customer.api().get("/api/chat/usage").expect(200).number("currentUsage")).isEqualTo(9);
        assertThat(weir.number("SELECT COUNT(*) FROM metering_usage WHERE account_id = ?",
                RaceIT.customerAccount(weir, customer.email()))).isEqualTo(9);
    }

    private static void charge(Api.Customer customer, int times) {
        for (int i = 0; i < times; i++) {
            customer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(201);
        }
    }

    /** A change of a table's description is one of the table. */
    private void touch(String table) throws SQLException {
        try (var connection = weir.database(); var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " COMMENT='touched'");
        }
    }
}
