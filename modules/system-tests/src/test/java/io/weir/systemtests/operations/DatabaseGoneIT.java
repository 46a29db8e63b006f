package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Without its database Weir admits nothing, says so quickly, and recovers by itself. */
class DatabaseGoneIT {
    private static final Map<String, Object> ONE_CALL = Map.of("meter", "calls", "quantity", 1);
    private static final Duration SOON = Duration.ofMillis(2500);

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

    /**
     * The first calls after the loss may still find it out; from then on the answer is there within about two seconds.
     * A machine that is busy with something else may be late now and then, a server that waits is late every time.
     */
    private static void assertUnavailableSoon(Supplier<Api.Answer> call) {
        Api.eventually(call, a -> a.status() == 503);
        Api.eventually(Duration.ofSeconds(60), () -> timed(call), took -> took.compareTo(SOON) < 0);
    }

    private static Duration timed(Supplier<Api.Answer> call) {
        long start = System.nanoTime();
        assertThat(call.get().expect(503).text("code")).isEqualTo("UNAVAILABLE");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
