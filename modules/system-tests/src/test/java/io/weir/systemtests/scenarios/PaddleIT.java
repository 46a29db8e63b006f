package io.weir.systemtests.scenarios;

import static io.weir.systemtests.harness.Api.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.paymentgateways.fakes.FakePaddle;
import io.weir.paymentgateways.fakes.FakePaddleClassic;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seed 002 with Paddle: both of its generations, chosen by what the tenant has set. */
class PaddleIT {
    private static Shop shop;
    private final RunningWeir weir = RunningWeir.shared();
    private final URI hooks = weir.url().resolve("/api/webhooks/paddle");

    @BeforeAll
    static void signIn() {
        shop = new Shop(RunningWeir.shared(), "odoo-saas");
    }

    @Test
    void billingSellsAPlanAndRenewsIt() throws Exception {
        try (var paddle = new FakePaddle()) {
            told(paddle.settings());
            var buyer = shop.visitor().api();
            var url = checkout(buyer);
            var transaction = url.substring(url.indexOf("_ptxn=") + "_ptxn=".length());
            paddle.books.pay(transaction);
            assertThat(paddle.deliverTo(hooks)).isNotEmpty().allMatch(status -> status == 200);
            eventually(() -> payments(buyer, "completed"), count -> count == 1);
            var subscription = paddle.books.get(transaction).path("subscription_id").asText();
            paddle.books.renew(subscription);
            assertThat(paddle.deliverTo(hooks)).allMatch(status -> status == 200);
            eventually(() -> payments(buyer, "completed"), count -> count == 2);

            paddle.books.renew(subscription);
            ask(subscription);
            assertThat(payments(buyer, "completed")).as("its notices are lost, and it is asked about").isEqualTo(3);
            assertThat(paddle.deliverTo(hooks)).isNotEmpty().allMatch(status -> status == 200);
            eventually(() -> weir.number("SELECT COUNT(*) FROM payments_notice WHERE gateway = 'paddle'"
                    + " AND applied_at IS NULL"), waiting -> waiting == 0);
            assertThat(payments(buyer, "completed")).as("they come after all").isEqualTo(3);
            paddle.books.failRenewal(subscription);
            assertThat(ask(subscription)).isEqualTo("past_due");
            forget(paddle.settings());
        }
    }

    /** Answers how it stands since. */
    private String ask(String subscription) {
        return shop.administrator().post("/api/admin/reconciliation/agreements/" + weir.text(
                "SELECT id FROM payments_agreement WHERE reference = ?", subscription) + "/ask", null).expect(200)
                .text("status");
    }

    @Test
    void classicSellsAPlanByItsPayLink() throws Exception {
        try (var paddle = new FakePaddleClassic()) {
            told(paddle.settings());
            var buyer = shop.visitor().api();
            paddle.pay(checkout(buyer));
            assertThat(paddle.deliverTo(hooks)).isNotEmpty().allMatch(status -> status == 200);
            eventually(() -> payments(buyer, "completed"), count -> count == 1);
            forget(paddle.settings());
        }
    }

    private String checkout(Api buyer) {
        for (var plan : buyer.get("/api/billing/plans").expect(200).json()) {
            if (plan.path("price").asDouble() > 0) {
                return buyer.post("/api/billing/checkout/paddle", Map.of("plan", plan.path("slug").asText()))
                        .expect(201).text("url");
            }
        }
        throw new AssertionError("no paid plan");
    }

    private static long payments(Api buyer, String status) {
        long found = 0;
        for (var payment : buyer.get("/api/billing/payments").expect(200).json()) {
            found += payment.path("status").asText().equals(status) ? 1 : 0;
        }
        return found;
    }

    private void told(Map<String, String> settings) {
        shop.administrator().put("/api/admin/gateways/paddle", Map.of("settings", settings)).expect(200);
    }

    private void forget(Map<String, String> settings) {
        var taken = new HashMap<String, String>();
        settings.keySet().forEach(name -> taken.put(name, ""));
        told(taken);
    }
}
