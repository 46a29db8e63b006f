package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reserve, work, settle, as a service does it over HTTP. */
class ReservationIT {
    private static final String ROUTE = "/api/metering/reservations";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "platform");

    @Test
    void lessGivesBackAndMoreIsChargedAsFarAsUnitsLast() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        var held = reserve(buyer.api(), 60).expect(201);
        assertThat(held.number("reserved")).isEqualTo(60);
        assertThat(held.number("remaining")).isEqualTo(40);
        assertThat(buyer.reserved("calls")).isEqualTo(60);

        var settled = settle(buyer.api(), held, 25).expect(200);
        assertThat(settled.number("charged")).isEqualTo(25);
        assertThat(settled.number("remaining")).isEqualTo(75);

        var more = settle(buyer.api(), reserve(buyer.api(), 10).expect(201), 90).expect(200);
        assertThat(more.number("charged")).as("the plan refuses overage").isEqualTo(75);
        assertThat(more.number("overage")).isZero();
        assertThat(buyer.left("calls")).isZero();
        assertRowsAgree(buyer);
    }

    @Test
    void overageIsBookedByThePlansRule() {
        var tenPercent = shop.buyerOf(shop.plan(Map.of("apiLimit", 100, "overage", "10%")));
        var settled = settle(tenPercent.api(), reserve(tenPercent.api(), 100).expect(201), 130).expect(200);
        assertThat(settled.number("charged")).isEqualTo(110);
        assertThat(settled.number("overage")).isEqualTo(10);
        reserve(tenPercent.api(), 1).expect(429);

        var free = shop.buyerOf(shop.plan(Map.of("apiLimit", 100, "overage", "allow")));
        assertThat(settle(free.api(), reserve(free.api(), 1).expect(201), 1000).expect(200).number("charged"))
                .isEqualTo(1000);
        assertThat(free.used("calls")).as("what was granted is all that counts as used").isEqualTo(100);
    }

    @Test
    void settleAndReleaseAreSaidTwiceSafely() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        var held = reserve(buyer.api(), 10).expect(201);
        var first = settle(buyer.api(), held, 4).expect(200);
        assertThat(settle(buyer.api(), held, 4).expect(200).json()).isEqualTo(first.json());
        assertThat(settle(buyer.api(), held, 5).expect(409).text("code")).isEqualTo("RESERVATION_SETTLED");
        assertThat(buyer.api().delete(ROUTE + "/" + held.text("id")).expect(409).text("code"))
                .isEqualTo("RESERVATION_SETTLED");

        var other = reserve(buyer.api(), 10).expect(201);
        buyer.api().delete(ROUTE + "/" + other.text("id")).expect(204);
        buyer.api().delete(ROUTE + "/" + other.text("id")).expect(204);
        assertThat(settle(buyer.api(), other, 1).expect(409).text("code")).isEqualTo("RESERVATION_RELEASED");
        assertThat(buyer.left("calls")).isEqualTo(96);
        var nothing = settle(buyer.api(), reserve(buyer.api(), 10).expect(201), 0).expect(200);
        assertThat(nothing.number("charged")).isZero();
        assertThat(buyer.left("calls")).isEqualTo(96);
        assertRowsAgree(buyer);
    }

    @Test
    void aSettlementThatArrivesManyTimesAtOnceCountsOnce() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        var held = reserve(buyer.api(), 10).expect(201);
        var answers = Parallel.run(16, 16, () -> settle(buyer.api(), held, 7).expect(200).json());
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(buyer.used("calls")).isEqualTo(7);
        assertRowsAgree(buyer);
    }

    @Test
    void oneReservationSpansAllowancesAndGivesBackInReverse() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 10)));
        shop.grant(buyer, "calls", 5);
        var held = reserve(buyer.api(), 12).expect(201);
        assertThat(held.number("remaining")).isEqualTo(3);
        settle(buyer.api(), held, 9).expect(200);
        assertThat(granted(buyer, "PLAN")).as("what ends first is spent first").isEqualTo(9);
        assertThat(granted(buyer, "ADJUSTMENT")).as("taken last, given back first").isZero();
        reserve(buyer.api(), 7).expect(429);
        reserve(buyer.api(), 6).expect(201);
    }

    @Test
    void itExpiresAndMayStillBeSettledAsFarAsUnitsLast() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 10)));
        var held = buyer.api().post(ROUTE, Map.of("meter", "calls", "quantity", 10, "ttlSeconds", 1)).expect(201);
        // Not asked for again: on a slow machine its second may be over already.
        assertThat(held.number("remaining")).isZero();
        Api.eventually(() -> buyer.reserved("calls"), reserved -> reserved == 0);
        reserve(buyer.api(), 6).expect(201);
        assertThat(settle(buyer.api(), held, 10).expect(200).number("charged")).isEqualTo(4);
        assertRowsAgree(buyer);
    }

    @Test
    void aSpendCapIsHeldExactly() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 1000)));
        buyer.api().put("/api/metering/caps/calls", Map.of("limit", 50)).expect(200);
        var answers = Parallel.run(32, 80, () -> charge(buyer.api(), 1));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(50);
        assertThat(answers).filteredOn(a -> a.status() != 201).hasSize(30)
                .allSatisfy(a -> assertThat(a.text("code")).isEqualTo("SPEND_CAP_REACHED"));
        buyer.api().delete("/api/metering/caps/calls").expect(204);
        charge(buyer.api(), 1).expect(201);
    }

    @Test
    void aServiceKeyActsForTheTenantsCustomersAndForNobodyElse() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 10)));
        var service = shop.service();
        shop.administrator().put("/api/admin/customers/" + buyer.account(), Map.of("externalId", "crm-"
                + buyer.account()))
                .expect(200);
        var held = service.post(ROUTE, Map.of("meter", "calls", "quantity", 4, "account", "crm-" + buyer.account()))
                .expect(201);
        service.post(ROUTE + "/" + held.text("id") + "/settle", Map.of("quantity", 3, "account", buyer.account()))
                .expect(200);
        assertThat(buyer.used("calls")).isEqualTo(3);

        service.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(400);
        var stranger = new Shop(weir, "iqx").visitor();
        service.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1, "account", stranger.account()))
                .expect(404);
        service.get("/api/keys").expect(403);
        service.get("/api/admin/customers").expect(403);
        service.post("/api/chat", Map.of("message", "hi")).expect(403);
    }

    @Test
    void nobodySettlesAnothersReservation() {
        var plan = shop.plan(Map.of("apiLimit", 10));
        var owner = shop.buyerOf(plan);
        var other = shop.buyerOf(plan);
        var held = reserve(owner.api(), 4).expect(201);
        assertThat(settle(other.api(), held, 1).expect(404).text("code")).isEqualTo("RESERVATION_NOT_FOUND");
        other.api().delete(ROUTE + "/" + held.text("id")).expect(404);
        owner.api().post(ROUTE + "/not-an-id/settle", Map.of("quantity", 1)).expect(404);
    }

    static Api.Answer reserve(Api api, long quantity) {
        return api.post(ROUTE, Map.of("meter", "calls", "quantity", quantity));
    }

    static Api.Answer settle(Api api, Api.Answer held, long quantity) {
        return api.post(ROUTE + "/" + held.text("id") + "/settle", Map.of("quantity", quantity));
    }

    private static Api.Answer charge(Api api, long quantity) {
        return api.post("/api/metering/charges", Map.of("meter", "calls", "quantity", quantity));
    }

    /** Used of the open paid allowance that was opened by a grant of that kind. */
    private long granted(Buyer buyer, String kind) {
        return weir.number("SELECT SUM(a.used) FROM metering_allowance a JOIN metering_grant g ON g.allowance_id = a.id"
                + " WHERE a.account_id = ? AND g.kind = ? AND a.rests_from IS NULL", buyer.account(), kind);
    }

    private void assertRowsAgree(Buyer buyer) {
        var account = buyer.account();
        long used = weir.number("SELECT SUM(used + overage) FROM metering_allowance WHERE account_id = ?", account);
        assertThat(weir.number("SELECT COALESCE(SUM(quantity), 0) FROM metering_usage WHERE account_id = ?", account))
                .isEqualTo(used);
        assertThat(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", account))
                .isEqualTo(used);
        assertThat(weir.number("SELECT SUM(reserved) FROM metering_allowance WHERE account_id = ?", account))
                .isEqualTo(weir.number("SELECT COALESCE(SUM(p.quantity), 0) FROM metering_reservation_part p JOIN"
                        + " metering_reservation r ON r.id = p.reservation_id WHERE r.state = 'HELD' AND r.account_id = ?",
                        account));
    }
}
