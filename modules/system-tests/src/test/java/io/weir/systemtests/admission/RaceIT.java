package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many callers on one allowance: what is admitted is what was granted, to the unit, and a refused call leaves no trace.
 */
class RaceIT {
    private static final Map<String, Object> ONE_CALL = Map.of("meter", "calls", "quantity", 1);
    private final RunningWeir weir = RunningWeir.shared();
    private final Api administrator = weir.api("iqx").administrator();

    @ParameterizedTest(name = "{1} races for {0} units")
    @CsvSource({"1, 49", "7, 49", "1000, 2"})
    void admittedIsGranted(int limit, int races) {
        var plan = planOf(limit);
        for (int race = 0; race < races; race++) {
            var customer = weir.api("iqx").newCustomer();
            subscribe(customer.api(), plan);
            var codes = Parallel.run(64, limit + 64, () -> customer.api().post("/api/metering/charges", ONE_CALL));
            assertThat(codes).filteredOn(a -> a.status() == 201).hasSize(limit);
            assertThat(codes).filteredOn(a -> a.status() != 201).hasSize(64)
                    .allSatisfy(a -> assertThat(a.text("code")).isEqualTo("QUOTA_EXCEEDED"));
            assertThat(codes.stream().filter(a -> a.status() == 201).map(a -> a.number("remaining")).sorted()
                    .distinct())
                    .as("every admitted call saw its own remainder").hasSize(limit);
            assertUsed(customer, limit);
        }
    }

    private void assertUsed(Api.Customer customer, int limit) {
        var usage = customer.api().get("/api/chat/usage").expect(200);
        assertThat(usage.number("currentUsage")).isEqualTo(limit);
        assertThat(usage.number("remaining")).isZero();
        String account = account(customer);
        assertThat(weir.number("SELECT COUNT(*) FROM metering_usage WHERE account_id = ?", account)).isEqualTo(limit);
        assertThat(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", account))
                .isEqualTo(limit);
        assertThat(weir.number("SELECT SUM(used) FROM metering_allowance WHERE account_id = ?", account))
                .isEqualTo(limit);
        assertThat(weir.number("SELECT SUM(reserved) FROM metering_allowance WHERE account_id = ?", account)).isZero();
    }

    private String account(Api.Customer customer) {
        return customerAccount(weir, customer.email());
    }

    static String customerAccount(RunningWeir weir, String email) {
        try (var connection = weir.database();
             var query = connection.prepareStatement("SELECT account_id FROM identity_user WHERE email = ?")) {
            query.setString(1, email);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String planOf(int limit) {
        return administrator.post("/api/admin/packages/subscriptions", Map.of("name", "Race "
                + Api.word(),
                "price", 1000, "currency", "VND", "durationDays", 30, "apiLimit", limit)).expect(201).text("id");
    }

    private void subscribe(Api customer, String plan) {
        var payment = customer.post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201);
        administrator.post("/api/admin/payments/" + payment.text("id") + "/approve", Map.of("note",
                "race")).expect(200);
    }
}
