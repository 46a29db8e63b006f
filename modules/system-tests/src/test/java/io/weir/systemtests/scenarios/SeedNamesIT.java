package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds 003 and 004 call ordering and ending a subscription differently: the same thing happens. */
class SeedNamesIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "smartspec");

    @ParameterizedTest
    @CsvSource({"/api/payment/checkout/subscription, POST, /api/payment/subscription/cancel",
        "/api/payment/checkout/subscription, PUT, /api/payment/subscription/cancel",
        "/api/subscribe, POST, /api/cancel", "/api/subscribe, PUT, /api/cancel"})
    void orderedAndEnded(String subscribe, String method, String cancel) {
        var customer = shop.visitor().api();
        var ordered = customer.post(subscribe, Map.of("plan", "pro", "interval", "monthly", "gateway", "manual"))
                .expect(201);
        assertThat(ordered.json().path("subscription").path("status").asText()).isEqualTo("pending");
        shop.administrator().post("/api/admin/payments/" + ordered.json().path("payment").path("id").asText()
                + "/approve", Map.of("note", "seen")).expect(200);
        assertThat(plan(customer)).isEqualTo("pro");
        assertThat(customer.get("/api/payment/invoices").expect(200).json())
                .isEqualTo(customer.get("/api/billing/invoices").expect(200).json()).hasSize(1);

        assertThat(customer.send(method, cancel, Map.of()).expect(200).json().path("cancelAtPeriodEnd").asBoolean())
                .isTrue();
        assertThat(plan(customer)).isEqualTo("pro");
        var named = Map.of("subscription_id", customer.get("/api/subscription").text("id"), "at_period_end", false);
        assertThat(customer.send(method, cancel, named).expect(200).text("status")).isEqualTo("canceled");
        assertThat(plan(customer)).isEqualTo("free");
    }

    @Test
    void anotherAccountsSubscriptionIsNotThere() {
        var others = shop.visitor().api().get("/api/subscription").expect(200).text("id");
        var customer = shop.visitor().api();
        customer.post("/api/cancel", Map.of("subscription_id", others)).expect(404);
        customer.post("/api/cancel", Map.of("subscription_id", "sub_xxx")).expect(404);
    }

    private static String plan(Api customer) {
        return customer.get("/api/payment/subscription").expect(200).json().path("plan").path("slug").asText();
    }
}
