package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Manual payments: a person says that the money came, once. */
class ApprovalIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Api portal = weir.api("portal");
    private final Api admin = portal.administrator();

    @Test
    void twentyClicksActivateOnce() {
        var customer = portal.newCustomer();
        var payment = order(customer.api());
        var answers = Parallel.run(20, 20, () -> admin.post(approve(payment), Map.of("note", "seen on the statement")));
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(19);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice WHERE payment_id = ?", payment.text("id")))
                .isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_subscription WHERE cause = ?", payment.text("id")))
                .isEqualTo(1);
        assertThat(customer.api().get("/api/subscription").expect(200).json().path("status").asText())
                .isEqualTo("active");
    }

    @Test
    void aTransferHasWhatThePayerNeeds() {
        var customer = weir.api("iqx").newCustomer().api();
        var plans = weir.api("iqx").get("/api/billing/plans").json();
        String plan = "";
        for (var p : plans) {
            plan = p.path("price").asLong() == 99000 ? p.path("id").asText() : plan;
        }
        var payment = customer.post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201);
        var instructions = payment.json().path("instructions");
        assertThat(instructions.path("reference").asText()).isNotBlank();
        assertThat(instructions.path("account").asText()).isNotBlank();
        assertThat(payment.text("qrCode")).startsWith("data:image/");
        assertThat(payment.text("status")).isEqualTo("pending");
    }

    @Test
    void rejectingSaysWhyAndStartsNothing() {
        var customer = portal.newCustomer().api();
        var payment = order(customer);
        admin.post("/api/admin/payments/" + payment.text("id") + "/reject", Map.of("note", "never arrived"))
                .expect(200);
        assertThat(customer.get("/api/payments/" + payment.text("id")).expect(200).text("status")).isEqualTo("failed");
        admin.post(approve(payment), Map.of()).expect(409);
    }

    @Test
    void nobodyElseDecides() {
        var customer = portal.newCustomer().api();
        var payment = order(customer);
        customer.post(approve(payment), Map.of()).expect(403);
        weir.api("iqx").administrator().post(approve(payment), Map.of()).expect(404);
        portal.post(approve(payment), Map.of()).expect(401);
        assertThat(customer.get("/api/payments/" + payment.text("id")).expect(200).text("status")).isEqualTo("pending");
    }

    private static String approve(Api.Answer payment) {
        return "/api/admin/payments/" + payment.text("id") + "/approve";
    }

    private Api.Answer order(Api customer) {
        var plans = portal.get("/api/billing/plans").expect(200).json();
        for (var plan : plans) {
            if (plan.path("slug").asText().equals("premium")) {
                return customer.post("/api/payment/create", Map.of("packageId", plan.path("id").asText(), "gateway",
                        "manual")).expect(201);
            }
        }
        throw new AssertionError("no premium plan in " + plans);
    }
}
