package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A clock that is moved while servers are killed, and one that is read on another node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestClockCrashIT {
    private static final String CLOCK = " FROM platform_clock c JOIN tenancy_tenant t ON t.id = c.tenant_id"
            + " WHERE t.slug = ?";
    private RunningWeir weir;

    @BeforeAll
    void start() {
        weir = RunningWeir.own("clock-crash",
                Map.of("WEIR_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    @AfterAll
    void stop() {
        weir.close();
    }

    @Test
    void killedOnItsWayItStandsBetweenAndThenGoesOnByItself() {
        var clock = new TenantTime(weir, "smartspec");
        var shop = new Shop(weir, "smartspec");
        var plan = shop.plan(Map.of("price", 10, "durationDays", 30));
        var checkout = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        checkout.finish("outcome=succeed").expect(200);
        checkout.eventually("completed");
        var begun = clock.now();
        var admin = clock.administrator();
        var target = begun.plus(Duration.ofDays(130)).truncatedTo(ChronoUnit.SECONDS);
        CompletableFuture.runAsync(() -> admin.post("/api/admin/clock/advance", Map.of("to", target.toString())));
        Api.eventually(() -> renewals(checkout), n -> n >= 1);
        weir.killServer();

        var between = standing("smartspec");
        assertThat(between).isAfter(begun.plus(Duration.ofDays(29))).isBefore(target);
        weir.startServer();
        assertThat(standing("smartspec")).isAfterOrEqualTo(between);
        Api.eventually(Duration.ofMinutes(3), () -> weir.number("SELECT COUNT(c.target_at)" + CLOCK, "smartspec"),
                n -> n == 0);
        assertThat(clock.now()).isCloseTo(target, within(3, ChronoUnit.MINUTES));
        assertThat(renewals(checkout)).isEqualTo(4);
        assertThat(weir.number("SELECT COUNT(*) FROM sandbox_charge WHERE reference LIKE ?",
                "sbx_ch_" + checkout.id() + "%")).as("the first and its renewals").isEqualTo(5);
    }

    @Test
    void anotherNodeGoesByItOnceItWasAnswered() {
        var clock = new TenantTime(weir, "iqx");
        var shop = new Shop(weir, "iqx");
        var buyer = shop.buyerOf(shop.plan(Map.of("price", 10, "apiLimit", 777, "durationDays", 30)));
        var key = buyer.api().post("/api/keys", Map.of("name", "k", "tier", "free")).expect(201).text("key");
        try (var other = weir.another("clock-node")) {
            var there = other.api("iqx").key(key);
            there.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 101)).expect(201);
            assertThat(other.api("iqx").token(token(buyer)).get("/api/billing/usage").status()).isEqualTo(200);
            clock.by("P31D");
            assertThat(other.api("iqx").token(token(buyer)).get("/api/billing/usage").status()).isEqualTo(401);
            there.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 101)).expect(429);
            there.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 100)).expect(201);
        }
    }

    private static String token(Shop.Buyer buyer) {
        return buyer.customer().signIn().path("accessToken").asText();
    }

    private Instant standing(String tenant) {
        var text = weir.text("SELECT COALESCE(c.standing_at, UTC_TIMESTAMP(3) + INTERVAL c.offset_ms * 1000"
                + " MICROSECOND)" + CLOCK, tenant);
        return Instant.parse(text.replaceFirst(" ", "T") + "Z");
    }

    private long renewals(Checkout checkout) {
        return weir.number("SELECT COUNT(*) FROM payments_payment WHERE renewal_charge LIKE ? AND status = 'COMPLETED'",
                "sbx_ch_" + checkout.id() + "%");
    }
}
