package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A customer of {@code iqx} from the free tier to a paid plan with an extension, as seed 001 tells it, over the API.
 */
class FreeToPremiumIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Api iqx = weir.api("iqx");

    @Test
    void fromFreeToPremium() {
        var customer = iqx.newCustomer().api();
        assertUsage(customer, 0, 100);
        assertThat(usage(customer).path("resetDate").asText()).isEqualTo("N/A - Free tier has no expiration");
        for (int i = 0; i < 50; i++) {
            var answer = customer.post("/api/chat", Map.of("message", "Phân tích cổ phiếu " + (i % 2 == 0 ? "VIC"
                    : "HPG"))).expect(200);
            assertThat(answer.text("type")).isEqualTo("stock_analysis");
        }
        assertUsage(customer, 50, 100);

        buyThroughSandbox(customer, customer.post("/api/payment/create",
                Map.of("packageId", planWithLimit(1000), "gateway", "sandbox", "returnUrl",
                        "http://localhost:3001/payment/success")).expect(201));
        assertUsage(customer, 0, 1000);
        assertThat(usage(customer).path("resetDate").asText()).startsWith("20").endsWith("Z");

        customer.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 950)).expect(201);
        assertUsage(customer, 950, 1000);

        var extension = customer.post("/api/api-extensions/payment/create",
                Map.of("extensionPackageId", extensionOf(5000), "gateway", "sandbox")).expect(201);
        buyThroughSandbox(customer, extension);
        assertUsage(customer, 950, 6000);
        var check = customer.get("/api/api-extensions/payment/check/" + extension.text("orderCode")).expect(200);
        assertThat(check.text("status")).isEqualTo("completed");
        assertThat(check.json().path("extension").path("additionalCalls").asInt()).isEqualTo(5000);
        var invoices = customer.get("/api/billing/invoices").expect(200).json();
        assertThat(invoices.isArray() ? invoices.size() : invoices.path("items").size()).isEqualTo(2);
    }

    @Test
    void renewingStartsAtTheBaseLimitAgain() {
        var customer = iqx.newCustomer().api();
        String plan = planWithLimit(1000);
        buyThroughSandbox(customer, customer.post("/api/payment/create", Map.of("packageId", plan, "gateway",
                "sandbox")).expect(201));
        buyThroughSandbox(customer, customer.post("/api/api-extensions/payment/create",
                Map.of("extensionPackageId", extensionOf(1000), "gateway", "sandbox")).expect(201));
        customer.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 7)).expect(201);
        assertUsage(customer, 7, 2000);
        buyThroughSandbox(customer, customer.post("/api/payment/create", Map.of("packageId", plan, "gateway",
                "sandbox")).expect(201));
        assertUsage(customer, 0, 1000);
        assertThat(customer.get("/api/api-extensions/my-extensions").expect(200).json()).isEmpty();
        assertThat(customer.get("/api/api-extensions/history").expect(200).json()).hasSize(1);
    }

    @Test
    void aDeclinedCardChangesNothing() {
        var customer = iqx.newCustomer().api();
        var payment = customer.post("/api/payment/create", Map.of("packageId", planWithLimit(1000), "gateway",
                "sandbox")).expect(201);
        finish(payment, "decline");
        Api.eventually(() -> customer.get("/api/payments/" + payment.text("id")), a -> a.text("status")
                .equals("failed"));
        assertUsage(customer, 0, 100);
    }

    private void buyThroughSandbox(Api customer, Api.Answer payment) {
        finish(payment, "succeed");
        Api.eventually(() -> customer.get("/api/payments/" + payment.text("id")), a -> a.text("status")
                .equals("completed"));
    }

    private void finish(Api.Answer payment, String outcome) {
        assertThat(payment.text("checkoutUrl")).contains("/sandbox/checkout/");
        var answer = iqx.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", java.net.URI.create(payment.text("checkoutUrl")).getPath(), "outcome=" + outcome);
        assertThat(answer.status()).isIn(200, 303);
    }

    private String planWithLimit(int calls) {
        return find(iqx.get("/api/billing/plans").expect(200).json(), n -> n.path("quotas").path("calls")
                .asLong() == calls);
    }

    private String extensionOf(int calls) {
        return find(iqx.get("/api/api-extensions/packages").expect(200).json(), n -> n.path("additionalCalls")
                .asLong() == calls);
    }

    private static String find(JsonNode list, java.util.function.Predicate<JsonNode> wanted) {
        for (JsonNode one : list) {
            if (wanted.test(one)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("not in " + list);
    }

    private static JsonNode usage(Api customer) {
        return customer.get("/api/chat/usage").expect(200).json();
    }

    private static void assertUsage(Api customer, int used, int limit) {
        var usage = usage(customer);
        assertThat(usage.path("currentUsage").asInt()).isEqualTo(used);
        assertThat(usage.path("limit").asInt()).isEqualTo(limit);
        assertThat(usage.path("remaining").asInt()).isEqualTo(limit - used);
    }
}
