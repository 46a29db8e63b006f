package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Pages read sums where there are any that are right; what they show is what was used, at every moment. All of these
 * wait for the same job, for accounts of their own, so they wait together.
 */
class SumsIT {
    private static final Instant YESTERDAY = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));
    private static final String OF_ACCOUNT = " WHERE account_id = ?";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "platform");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void pagesShowTheSameBeforeAndAfterSummingUp() throws SQLException {
        var buyer = customerSinceDays();
        for (int hour : new int[] {0, 7, 23}) {
            report(buyer, YESTERDAY.plus(Duration.ofHours(hour)), 20);
        }
        report(buyer, YESTERDAY.minus(Duration.ofHours(30)), 20);
        var before = pages(buyer);
        assertThat(before.get("endpoint").findValuesAsText("quantity")).hasSize(3);
        sumUp(buyer);
        assertThat(sums(buyer)).isPositive();
        assertThat(pages(buyer)).isEqualTo(before);
        assertThat(recompute(buyer, true)).isZero();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aLateEventShowsAtOnceAndIsSummedUpAgain() throws SQLException {
        var buyer = customerSinceDays();
        report(buyer, YESTERDAY.plus(Duration.ofHours(5)), 10);
        var announced = Instant.now();
        sumUp(buyer);
        // An hour is announced again after 5 s; that it was summed up within them is this test's doing alone.
        Api.eventually(() -> Duration.between(announced, Instant.now()).toSeconds(), seconds -> seconds > 5);
        var summed = quantity(buyer);
        report(buyer, YESTERDAY.plus(Duration.ofHours(5)), 1);
        report(buyer, YESTERDAY.plus(Duration.ofHours(6)), 3);
        assertThat(quantity(buyer)).isEqualTo(summed + 1 + 1 + 2 + 3);
        var before = pages(buyer);
        sumUp(buyer);
        assertThat(pages(buyer)).isEqualTo(before);
        assertThat(recompute(buyer, true)).isZero();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aDamagedSumIsFoundAndMended() throws SQLException {
        var buyer = customerSinceDays();
        report(buyer, YESTERDAY.plus(Duration.ofHours(5)), 20);
        sumUp(buyer);
        var right = pages(buyer);
        change("UPDATE metering_usage_sum SET quantity = quantity + 7" + OF_ACCOUNT + " AND span_hours = 24", buyer);
        change("UPDATE metering_usage_sum SET latencies = '1:1'" + OF_ACCOUNT + " AND cut = 'MODEL'", buyer);
        change("DELETE FROM metering_usage_sum" + OF_ACCOUNT + " AND cut = 'STATUS' AND name = '500'", buyer);
        assertThat(pages(buyer)).as("pages do read the sums").isNotEqualTo(right);
        assertThat(recompute(buyer, true)).isPositive();
        assertThat(recompute(buyer, false)).isPositive();
        assertThat(recompute(buyer, true)).isZero();
        assertThat(pages(buyer)).isEqualTo(right);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aMendedRollupIsSummedUpAgain() throws SQLException {
        var buyer = customerSinceDays();
        report(buyer, YESTERDAY.plus(Duration.ofHours(5)), 20);
        change("UPDATE metering_usage_hour SET quantity = quantity + 7" + OF_ACCOUNT, buyer);
        sumUp(buyer);
        assertThat(recompute(buyer, false)).isPositive();
        assertThat(recompute(buyer, true)).isZero();
        assertThat(weir.number("SELECT SUM(quantity) FROM metering_usage_sum" + OF_ACCOUNT
                + " AND span_hours = 24 AND cut = 'ENDPOINT'", buyer.account())).isEqualTo(210);
        assertThat(quantity(buyer)).isEqualTo(210);
    }

    /** Whose allowance was open then already. */
    private Buyer customerSinceDays() throws SQLException {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100_000)));
        change("UPDATE metering_allowance SET starts_at = starts_at - INTERVAL 5 DAY" + OF_ACCOUNT, buyer);
        return buyer;
    }

    /** Events of 1, 2, 3 … units at one time, with different facts. */
    private void report(Buyer buyer, Instant time, int events) {
        var all = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= events; i++) {
            all.add(Map.of("specversion", "1.0", "id", Api.word(), "source", "/sums", "type", "used",
                    "time", time.plusSeconds(i).toString(), "data", Map.of("meter", "calls", "quantity", i,
                            "endpoint", "/e" + i % 3, "model", "m" + i % 2, "latencyMs", i * i * 10,
                            "status", i % 5 == 0 ? 500 : 200)));
        }
        var answer = buyer.api().post("/api/metering/events", Map.of("events", all)).expect(202);
        assertThat(answer.number("accepted")).as(answer.toString()).isEqualTo(events);
    }

    /** Nothing of the account is under way, so it need not wait until that is certain. */
    private void sumUp(Buyer buyer) throws SQLException {
        change("UPDATE metering_unsummed SET due_at = due_at - INTERVAL 1 HOUR" + OF_ACCOUNT, buyer);
        Api.eventually(Duration.ofSeconds(90), () -> weir.number("SELECT COUNT(*) FROM metering_unsummed" + OF_ACCOUNT,
                buyer.account()), left -> left == 0);
    }

    private Map<String, JsonNode> pages(Buyer buyer) {
        var pages = new LinkedHashMap<String, JsonNode>();
        for (var by : List.of("endpoint", "operation", "model", "key", "status")) {
            pages.put(by, buyer.api().get("/api/usage/breakdown?meter=calls&by=" + by).expect(200).json());
        }
        pages.put("stats", buyer.api().get("/api/chat/stats?days=30").expect(200).json());
        return pages;
    }

    private long quantity(Buyer buyer) {
        long quantity = 0;
        for (var item : buyer.api().get("/api/usage/breakdown?meter=calls&by=model").expect(200).json().path("items")) {
            quantity += item.path("quantity").asLong();
        }
        return quantity;
    }

    private long sums(Buyer buyer) {
        return weir.number("SELECT COUNT(*) FROM metering_usage_sum" + OF_ACCOUNT, buyer.account());
    }

    private long recompute(Buyer buyer, boolean dryRun) {
        return shop.administrator().post("/api/admin/usage/recompute?account=" + buyer.account() + "&dryRun=" + dryRun,
                Map.of()).expect(200).number("differing");
    }

    private void change(String sql, Buyer buyer) throws SQLException {
        try (var connection = weir.database(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, buyer.account());
            statement.executeUpdate();
        }
    }
}
