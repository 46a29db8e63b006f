package io.weir.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Credentials: what they open, and that they stop doing so at once. */
class SignInIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Api portal = weir.api("portal");

    @Test
    void aSignedOutTokenIsDeadAtOnceEvenForMeteredCalls() {
        var customer = portal.newCustomer();
        customer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(201);
        customer.api().post("/api/auth/logout", Map.of()).expect(204);
        customer.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(401);
        customer.api().get("/api/auth/profile").expect(401);
        portal.post("/api/auth/refresh", Map.of("refreshToken", customer.signIn().path("refreshToken").asText()))
                .expect(401);
    }

    @Test
    void aRevokedKeyIsDeadAtOnce() {
        var customer = portal.newCustomer();
        var key = customer.api().post("/api/keys", Map.of("name", "ci", "tier", "free")).expect(201);
        var program = portal.key(key.text("key"));
        program.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(201);
        program.get("/api/chat/usage").expect(200);
        customer.api().delete("/api/keys/" + key.text("id")).expect(204);
        program.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1)).expect(401);
        program.get("/api/chat/usage").expect(401);
        assertThat(customer.api().get("/api/chat/usage").number("currentUsage")).isEqualTo(1);
    }

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() {
        var customer = portal.newCustomer();
        var key = customer.api().post("/api/keys", Map.of("name", "shown once", "tier", "free")).expect(201);
        var listed = customer.api().get("/api/keys").expect(200);
        assertThat(listed.response().body()).doesNotContain(key.text("key")).contains(key.text("prefix"));
        assertThat(key.text("key")).matches("weir_[0-9A-Za-z]{32}");
    }

    @Test
    void aHigherTierHasToBeBought() {
        portal.newCustomer().api().post("/api/keys", Map.of("name", "big", "tier", "ultra")).expect(403);
    }

    @Test
    void ofManyWhoRefreshAtOnceOneWins() {
        var customer = portal.newCustomer();
        var body = Map.of("refreshToken", customer.signIn().path("refreshToken").asText());
        var answers = Parallel.run(16, 16, () -> portal.post("/api/auth/refresh", body));
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSizeLessThanOrEqualTo(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allSatisfy(a -> assertThat(a.status()).isEqualTo(401));
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        var customer = portal.newCustomer();
        var elsewhere = portal.signIn(customer.email(), customer.password()).api();
        customer.api().post("/api/auth/change-password",
                Map.of("currentPassword", customer.password(), "newPassword", "Another-1-" + Api.word())).expect(204);
        elsewhere.get("/api/auth/profile").expect(401);
        customer.api().get("/api/auth/profile").expect(200);
    }

    @Test
    void guessingIsThrottledPerEmail() {
        var customer = portal.newCustomer();
        var wrong = Map.of("email", customer.email(), "password", "Wrong-1-guess");
        for (int i = 0; i < 5; i++) {
            portal.post("/api/auth/login", wrong).expect(401);
        }
        var sixth = portal.post("/api/auth/login", wrong).expect(429);
        assertThat(sixth.text("code")).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(sixth.header("Retry-After")).isNotBlank();
    }

    @Test
    void aForgottenPasswordIsResetByTheMailedLinkOnce() {
        var customer = portal.newCustomer();
        portal.post("/api/auth/forgot-password", Map.of("email", customer.email())).expect(202);
        portal.post("/api/auth/forgot-password", Map.of("email", "nobody@example.com")).expect(202);
        var admin = portal.administrator();
        String token = Api.eventually(() -> tokenFor(customer.email(), admin.get("/api/admin/mails?limit=100")
                .expect(200)),
                t -> !t.isEmpty());
        String password = "Renewed-1-" + Api.word();
        portal.post("/api/auth/reset-password", Map.of("token", token, "password", password)).expect(204);
        portal.post("/api/auth/reset-password", Map.of("token", token, "password", password)).expect(400);
        customer.api().get("/api/auth/profile").expect(401);
        portal.signIn(customer.email(), password);
    }

    /** The token in this address's mail; empty as long as there is no mail, or it is still on its way. */
    private static String tokenFor(String email, Api.Answer mails) {
        for (var mail : mails.json().path("items")) {
            var link = Pattern.compile("token=([A-Za-z0-9_-]+)").matcher(mail.path("body").asText());
            if (mail.path("to").asText().equals(email) && link.find()) {
                return link.group(1);
            }
        }
        return "";
    }
}
