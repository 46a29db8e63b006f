package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.ClosingTenant;
import io.weir.systemtests.harness.ConnectedWeir;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Three nodes on one database, and a Redis: every number is what it is with one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesIT {
    private static final int PER_MINUTE = 60;
    private static final int CLOSED = 3_000;
    private static final Pattern LEFT_OF_PLAN = Pattern.compile("\"plan\";r=(\\d+)");
    private List<RunningWeir> nodes;
    private Shop shop;
    private ClosingTenant closing;

    /** The others start at the same time, as they do behind a load balancer after a release. */
    @BeforeAll
    void start() throws SQLException {
        var first = ConnectedWeir.shared().weir();
        closing = new ClosingTenant(first, "closing-twice", "c105e222");
        closing.seed(CLOSED, LocalDate.parse(first.text("SELECT UTC_DATE()")));
        try (var held = closing.holdFirst()) {
            var second = CompletableFuture.supplyAsync(() -> first.another("nodes-2"));
            var third = CompletableFuture.supplyAsync(() -> first.another("nodes-3"));
            Api.eventually(Duration.ofMinutes(3), () -> meetClosing(second.isDone() && third.isDone()), n -> n > 1);
            held.rollback();
            nodes = List.of(first, second.join(), third.join());
        }
        shop = new Shop(first, "platform");
    }

    @AfterAll
    void stop() {
        nodes.stream().skip(1).forEach(RunningWeir::close);
    }

    /**
     * What the bucket had left, and what it won back while the calls took; each node alone would have admitted that
     * much, two full buckets more in all. Asked for is more than those would hold, however slow the machine.
     */
    @Test
    void aRateLimitIsTheSameNumber() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 1000, "requestsPerMinute", PER_MINUTE)));
        long start = System.nanoTime();
        long left = leftOfPlan(charge(on(0, buyer)).expect(201));
        assertThat(left).isBetween(0L, PER_MINUTE - 1L);
        var turn = new AtomicInteger();
        var answers = Parallel.run(12, 5 * PER_MINUTE, () -> charge(on(turn.getAndIncrement(), buyer)).status());
        assertThat(answers.stream().filter(s -> s == 201).count()).isBetween(left, left + 1 + wonBackSince(start));
        assertThat(answers).filteredOn(s -> s != 201).containsOnly(429);
    }

    private static long leftOfPlan(Api.Answer answer) {
        var left = LEFT_OF_PLAN.matcher(answer.header("RateLimit"));
        assertThat(left.find()).as(answer.header("RateLimit")).isTrue();
        return Long.parseLong(left.group(1));
    }

    /** Whole tokens; what was left before is told as a whole number too, so together they may make one more. */
    private static long wonBackSince(long start) {
        return (System.nanoTime() - start) * PER_MINUTE / TimeUnit.MINUTES.toNanos(1);
    }

    /**
     * Their jobs look at once when they start, and the lease that would keep one of them waiting is taken away. Answers
     * how many are closing the same periods.
     */
    private long meetClosing(boolean allStarted) {
        closing.sql("UPDATE platform_lease SET held_until = UTC_TIMESTAMP(3) WHERE job = 'billing.close-due'");
        return allStarted ? closing.waiting("%SELECT%subscriptions_period%FOR UPDATE%") : 0;
    }

    /** More than one stood before its first period when they were let go. */
    @Test
    void periodsThatNodesCloseAtOnceHaveEachTheirInvoicesOnce() {
        Api.eventually(Duration.ofMinutes(2), closing::done, done -> done == 3L * CLOSED);
        closing.assertWhole(CLOSED);
    }

    @Test
    void aQuotaIsExact() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 200)));
        var turn = new AtomicInteger();
        var answers = Parallel.run(24, 300, () -> charge(on(turn.getAndIncrement(), buyer)).status());
        assertThat(answers).filteredOn(s -> s == 201).hasSize(200);
        assertThat(answers).filteredOn(s -> s == 429).hasSize(100);
        assertThat(buyer.used("calls")).isEqualTo(200);
    }

    @Test
    void aRevokedKeyIsRefusedEverywhereAtOnce() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 200)));
        var made = buyer.api().post("/api/keys", Map.of("name", "program", "tier", "free")).expect(201);
        for (var node : nodes) {
            charge(node.api("platform").key(made.text("key"))).expect(201);
        }
        buyer.api().delete("/api/keys/" + made.text("id")).expect(204);
        for (var node : nodes) {
            charge(node.api("platform").key(made.text("key"))).expect(401);
        }
    }

    @Test
    void whatOneNodeHoldsAnotherSettlesOnce() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        var held = on(0, buyer).post("/api/metering/reservations", Map.of("meter", "calls", "quantity", 10))
                .expect(201);
        var turn = new AtomicInteger();
        var answers = Parallel.run(12, 12, () -> on(turn.getAndIncrement(), buyer)
                .post("/api/metering/reservations/" + held.text("id") + "/settle", Map.of("quantity", 4)).expect(200)
                        .json());
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(buyer.used("calls")).isEqualTo(4);
    }

    private Api on(int turn, Buyer buyer) {
        return nodes.get(turn % nodes.size()).api("platform").token(buyer.customer().signIn().path("accessToken")
                .asText());
    }

    private static Api.Answer charge(Api api) {
        return api.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1));
    }
}
