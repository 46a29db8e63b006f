package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The server dies in the middle of its work, twenty times: whatever it had answered is there afterwards, and the
 * figures agree with the rows.
 */
class CrashIT {
    private static final int CRASHES = 20;
    private static final int CALLERS = 8;

    @Test
    void whatWasAnsweredIsCounted() throws Exception {
        try (var weir = RunningWeir.own("crash", Map.of())) {
            var admin = weir.api("platform").administrator();
            var customer = subscriber(weir, admin);
            Set<String> admitted = ConcurrentHashMap.newKeySet();
            for (int crash = 0; crash < CRASHES; crash++) {
                killUnderLoad(weir, customer.api(), admitted, 60 + 37 * crash);
                weir.startServer();
                assertConsistent(weir, customer, admitted);
            }
            assertThat(admitted).as("the load was real").hasSizeGreaterThan(CRASHES * CALLERS);
        }
    }

    /** Calls from several threads until enough were admitted, then pulls the plug while they go on calling. */
    private void killUnderLoad(RunningWeir weir, Api api, Set<String> admitted,
            int enough) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(CALLERS);
        var before = admitted.size();
        var lost = new AtomicInteger();
        for (int i = 0; i < CALLERS; i++) {
            pool.submit(() -> {
                while (lost.get() == 0 && !Thread.currentThread().isInterrupted()) {
                    try {
                        var answer = api.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1));
                        if (answer.status() == 201) {
                            admitted.add(answer.text("id"));
                        }
                    } catch (RuntimeException connectionLost) {
                        lost.incrementAndGet();
                    }
                }
            });
        }
        Api.eventually(() -> admitted.size() - before, n -> n >= enough);
        weir.killServer();
        pool.shutdown();
        assertThat(pool.awaitTermination(90, TimeUnit.SECONDS)).as("callers noticed").isTrue();
    }

    private void assertConsistent(RunningWeir weir, Api.Customer customer, Set<String> admitted) throws Exception {
        String account = RaceIT.customerAccount(weir, customer.email());
        Set<String> rows = new HashSet<>(ids(weir, account));
        assertThat(rows).as("every answered call has its row").containsAll(admitted);
        long used = weir.number("SELECT SUM(used) FROM metering_allowance WHERE account_id = ?", account);
        assertThat(used).isEqualTo(rows.size())
                .isEqualTo(weir.number("SELECT SUM(quantity) FROM metering_usage WHERE account_id = ?", account))
                .isEqualTo(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", account));
        assertThat(customer.api().get("/api/chat/usage").expect(200).number("currentUsage")).isEqualTo(used);
    }

    private static List<String> ids(RunningWeir weir, String account) throws Exception {
        var found = new ArrayList<String>();
        try (var connection = weir.database();
             var query = connection.prepareStatement("SELECT id FROM metering_usage WHERE account_id = ?")) {
            query.setString(1, account);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static Api.Customer subscriber(RunningWeir weir, Api admin) {
        var plan = admin.post("/api/admin/packages/subscriptions", Map.of("name", "Crash", "price", 10, "currency",
                "USD",
                "durationDays", 30, "apiLimit", 1_000_000)).expect(201).text("id");
        var customer = weir.api("platform").newCustomer();
        var payment = customer.api().post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual"))
                .expect(201);
        admin.post("/api/admin/payments/" + payment.text("id") + "/approve", Map.of("note", "")).expect(200);
        return customer;
    }
}
