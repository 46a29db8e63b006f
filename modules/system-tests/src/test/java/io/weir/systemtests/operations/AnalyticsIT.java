package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts, reports and the proof that a report is the sum of its usage. */
class AnalyticsIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "platform");

    @Test
    void eachThresholdIsAnnouncedOnceForAPeriodAndAGrant() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        charge(buyer, 79);
        assertThat(alerts(buyer)).isEmpty();
        charge(buyer, 1);
        charge(buyer, 1);
        assertThat(alerts(buyer)).containsExactly(80);
        charge(buyer, 19);
        assertThat(alerts(buyer)).containsExactlyInAnyOrder(80, 90, 100);
        shop.grant(buyer, "calls", 100);
        charge(buyer, 60);
        assertThat(alerts(buyer)).as("a grant begins anew").containsExactlyInAnyOrder(80, 90, 100, 80);
        Api.eventually(() ->
                weir.number("SELECT COUNT(*) FROM metering_alert WHERE account_id = ? AND published_at IS NULL",
                buyer.account()), due -> due == 0);
        var usage = buyer.api().get("/api/usage?meter=calls").expect(200).json();
        assertThat(usage.path("percent").asDouble()).isEqualTo(80.0);
        assertThat(usage.path("alerts")).isNotEmpty();
    }

    @Test
    void aDamagedRollupIsFoundAndMended() throws SQLException {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 1000)));
        for (int i = 1; i <= 20; i++) {
            buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", i, "endpoint", "/e" + i % 3,
                    "model", "m" + i % 2, "latencyMs", i * 10, "status", i % 5 == 0 ? 500 : 200)).expect(201);
        }
        assertThat(recompute(buyer, true)).as("as the gate has written it").isZero();
        try (var connection = weir.database(); var statement = connection.createStatement()) {
            var ours = " WHERE account_id = '" + buyer.account() + "' ";
            statement.executeUpdate("UPDATE metering_usage_hour SET quantity = quantity + 7" + ours
                    + "AND endpoint = '/e1'");
            statement.executeUpdate("DELETE FROM metering_usage_hour" + ours + "AND endpoint = '/e2'");
            statement.executeUpdate("UPDATE metering_latency_hour SET requests = requests + 1" + ours + "LIMIT 1");
        }
        assertThat(recompute(buyer, true)).isPositive();
        assertThat(recompute(buyer, true)).as("looking mends nothing").isPositive();
        assertThat(recompute(buyer, false)).as("what was mended").isPositive();
        assertThat(recompute(buyer, true)).isZero();
        assertThat(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", buyer.account()))
                .isEqualTo(210);
    }

    @Test
    void reportsBreakDownByEverythingThatIsKnown() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 1000)));
        var key = buyer.api().post("/api/keys", Map.of("name", "reports", "tier", "free")).expect(201);
        var program = weir.api("platform").key(key.text("key"));
        for (int i = 0; i < 10; i++) {
            program.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 2, "endpoint", "/a", "model",
                    "big",
                    "latencyMs", 100)).expect(201);
        }
        charge(buyer, 5);
        for (var by : List.of("endpoint", "model", "key", "status", "operation")) {
            var shares = buyer.api().get("/api/usage/breakdown?meter=calls&by=" + by).expect(200).json()
                    .path("items");
            double sum = 0;
            for (var share : shares) {
                sum += share.path("quantity").asDouble();
            }
            assertThat(sum).as(by).isEqualTo(25);
        }
        var byKey = buyer.api().get("/api/usage/breakdown?meter=calls&by=key").expect(200).json()
                .path("items");
        assertThat(byKey.get(0).path("name").asText()).isEqualTo(key.text("id"));
        assertThat(byKey.get(0).path("requests").asLong()).isEqualTo(10);
    }

    @Test
    void theMonthsAheadHaveTheirPartitions() {
        assertThat(weir.number("SELECT COUNT(*) FROM information_schema.PARTITIONS WHERE table_name = 'metering_usage'"
                + " AND partition_name > CONCAT('p', DATE_FORMAT(NOW() + INTERVAL 11 MONTH, '%Y_%m'))")).isPositive();
    }

    private static void charge(Shop.Buyer buyer, int quantity) {
        buyer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", quantity)).expect(201);
    }

    private static List<Integer> alerts(Shop.Buyer buyer) {
        var found = new ArrayList<Integer>();
        buyer.api().get("/api/usage/alerts").expect(200).json().path("items").forEach(a ->
                found.add(a.path("threshold").asInt()));
        return found;
    }

    private long recompute(Shop.Buyer buyer, boolean dryRun) {
        return shop.administrator().post("/api/admin/usage/recompute?account=" + buyer.account() + "&dryRun=" + dryRun,
                Map.of()).expect(200).number("differing");
    }
}
