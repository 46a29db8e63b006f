package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without its database Weir admits nothing, says so quickly, and recovers by itself. */
class DatabaseGoneIT {
    private static final Map<String, Object> ONE_CALL = Map.of("meter", "calls", "quantity", 1);

    @Test
    void nothingIsAdmittedWithoutTheDatabase() {
        try (var weir = RunningWeir.own("database-gone", Map.of())) {
            var customer = weir.api("platform").newCustomer().api();
            customer.post("/api/metering/charges", ONE_CALL).expect(201);
            weir.stopDatabase();
            assertUnavailableSoon(() -> customer.post("/api/metering/charges", ONE_CALL));
            assertUnavailableSoon(() -> customer.get("/api/chat/usage"));
            assertThat(weir.api("platform").get("/api/health/ready").status()).isEqualTo(503);
            weir.startDatabase();
            Api.eventually(() -> customer.get("/api/chat/usage"), a -> a.status() == 200);
            Api.eventually(() -> customer.post("/api/metering/charges", ONE_CALL), a -> a.status() == 201);
            assertThat(customer.get("/api/chat/usage").number("currentUsage"))
                    .isEqualTo(weir.number("SELECT SUM(quantity) FROM metering_usage"));
        }
    }

    /** The first calls after the loss may still find it out; from then on the answer is there within two seconds. */
    private static void assertUnavailableSoon(java.util.function.Supplier<Api.Answer> call) {
        Api.eventually(call, a -> a.status() == 503);
        long start = System.nanoTime();
        var answer = call.get().expect(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
        assertThat(answer.text("code")).isEqualTo("UNAVAILABLE");
    }
}
