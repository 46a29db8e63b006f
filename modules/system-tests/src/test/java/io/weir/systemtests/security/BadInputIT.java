package io.weir.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is the contract's and nothing changes. */
class BadInputIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Api portal = weir.api("portal");

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":", "[]", "null", "\"text\"", "{\"message\":5}", "{\"message\":{}}", "{}",
            "{\"message\":\"  \"}", "\u0000"})
    void chatRefusesWhatIsNoMessage(String body) {
        var customer = portal.newCustomer().api();
        assertProblem(customer.send("POST", "/api/chat", body), 400);
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "'\"1\"'", "null", "1000000000001", "99999999999999999999", "true", "[1]"})
    void chargesRefuseWhatIsNoQuantity(String quantity) {
        var customer = portal.newCustomer().api();
        assertProblem(customer.send("POST", "/api/metering/charges", "{\"meter\":\"calls\",\"quantity\":" + quantity
                + "}"), 400);
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isZero();
    }

    @Test
    void unknownMetersAreRefused() {
        var customer = portal.newCustomer().api();
        assertThat(customer.post("/api/metering/charges", Map.of("meter", "Not A Meter", "quantity", 1)).status())
                .isEqualTo(400);
        assertThat(customer.post("/api/metering/charges", Map.of("meter", "unheard-of", "quantity", 1)).status())
                .isIn(400, 404);
    }

    @Test
    void moreThanAMebibyteIsTooLarge() {
        var customer = portal.newCustomer().api();
        assertProblem(customer.send("POST", "/api/chat", "{\"message\":\"" + "x".repeat(1 << 20) + "\"}"), 413);
    }

    @Test
    void mediaTypesAndMethodsAreChecked() {
        var customer = portal.newCustomer().api();
        assertProblem(customer.with("Content-Type", "text/plain").send("POST", "/api/chat", "hello"), 415);
        assertProblem(customer.send("PATCH", "/api/chat", "{}"), 405);
        assertProblem(customer.get("/api/no/such/route"), 404);
        assertProblem(portal.get("/api/chat/stats?days=x"), 401);
        assertProblem(customer.get("/api/chat/stats?days=x"), 400);
        assertProblem(customer.get("/api/chat/stats?days=367"), 400);
        assertProblem(customer.get("/api/payments?page=0"), 400);
        assertProblem(customer.get("/api/payments?limit=101"), 400);
        assertProblem(customer.get("/api/payments/not-an-id"), 404);
    }

    @Test
    void aPaymentReturnsOnlyToAllowedPlaces() {
        var customer = portal.newCustomer().api();
        String plan = "";
        for (var p : portal.get("/api/billing/plans").json()) {
            plan = p.path("slug").asText().equals("premium") ? p.path("id").asText() : plan;
        }
        var answer = customer.post("/api/payment/create", Map.of("packageId", plan, "returnUrl",
                "https://evil.example/steal"));
        assertProblem(answer, 400);
        assertThat(customer.get("/api/payments").json()).isEmpty();
    }

    @Test
    void aRepeatedRequestIsAnsweredOnce() {
        var customer = portal.newCustomer().api();
        var once = customer.with("Idempotency-Key", "charge-" + Api.word());
        var first = once.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 3)).expect(201);
        var again = once.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 3)).expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(customer.get("/api/chat/usage").number("currentUsage")).isEqualTo(3);
        var other = once.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 4)).expect(422);
        assertThat(other.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void errorsSpeakTheCallersLanguage() {
        var english = portal.with("Accept-Language", "en").post("/api/chat", Map.of("message", "x")).expect(401);
        assertThat(english.text("message")).isEqualTo("Unauthorized");
        var customer = portal.newCustomer().api();
        var vietnamese = customer.with("Accept-Language", "vi").post("/api/chat", Map.of("message", " ")).expect(400);
        assertThat(vietnamese.text("message")).isNotEqualTo(customer.with("Accept-Language", "en")
                .post("/api/chat", Map.of("message", " ")).text("message"));
    }

    static void assertProblem(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        for (String member : new String[] {"type", "title", "status", "statusCode", "message", "error", "code"}) {
            assertThat(answer.json().has(member)).as(member + " in " + answer).isTrue();
        }
        assertThat(answer.response().body()).doesNotContain("Exception").doesNotContain("io.weir")
                .doesNotContain("SELECT");
    }
}
