package io.weir.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For which tenant a request is: the credential's own; only before sign-in the one that host or header name. */
class TenantIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Api iqx = weir.api("iqx");
    private final Api portal = weir.api("portal");

    @Test
    void aTokenSeesItsOwnTenantWhateverTheHeaderSays() {
        var customer = portal.newCustomer();
        var astray = customer.api().with("X-Tenant", "iqx");
        assertThat(astray.get("/api/auth/profile").expect(200).text("email")).isEqualTo(customer.email());
        assertThat(astray.get("/api/chat/usage").expect(200).json())
                .isEqualTo(customer.api().get("/api/chat/usage").json());
        for (String shelf : new String[] {"/api/billing/plans", "/api/plans", "/api/api-extensions/packages"}) {
            assertThat(astray.get(shelf).expect(200).json()).as(shelf).isEqualTo(portal.get(shelf).json());
        }
        assertThat(portal.get("/api/billing/plans").json()).isNotEqualTo(iqx.get("/api/billing/plans").json());
    }

    @Test
    void whatATokenMakesBelongsToItsOwnTenant() {
        var customer = portal.newCustomer();
        var astray = customer.api().with("X-Tenant", "iqx");
        var key = astray.post("/api/keys", Map.of("name", "astray", "tier", "free")).expect(201);
        assertThat(customer.api().get("/api/keys").expect(200).response().body()).contains(key.text("id"));
        assertThat(weir.number("SELECT COUNT(*) FROM identity_api_key k JOIN tenancy_tenant t ON t.id = k.tenant_id"
                + " WHERE k.id = ? AND t.slug = 'portal'", key.text("id"))).isEqualTo(1);
        iqx.key(key.text("key")).get("/api/chat/usage").expect(200);
    }

    @Test
    void anAdministratorSeesTheCustomersOfItsOwnTenant() {
        var customer = portal.newCustomer();
        var search = "/api/admin/customers?search=" + customer.email();
        assertThat(portal.administrator().get(search).expect(200).number("total")).isEqualTo(1);
        assertThat(iqx.administrator().with("X-Tenant", "portal").get(search).expect(200).number("total")).isZero();
        var platform = weir.api("platform").administrator().with("X-Tenant", "portal");
        assertThat(platform.get(search).expect(200).number("total")).isZero();
    }

    @Test
    void aCredentialIsRefusedOnAnotherTenantsHost() {
        var stranger = portal.newCustomer().api();
        var own = iqx.newCustomer().api();
        var key = stranger.post("/api/keys", Map.of("name", "abroad", "tier", "free")).expect(201).text("key");
        for (String path : new String[] {"/api/chat/usage", "/api/auth/profile", "/api/payments"}) {
            var answer = onHostOf("iqx", stranger).get(path).expect(401);
            assertThat(answer.text("code")).isEqualTo("TOKEN_INVALID");
            onHostOf("iqx", own).get(path).expect(200);
        }
        onHostOf("iqx", portal.key(key)).get("/api/chat/usage").expect(401);
        onHostOf("portal", portal.key(key)).get("/api/chat/usage").expect(200);
        onHostOf("iqx", portal.administrator()).get("/api/admin/customers").expect(401);
        var charge = Map.of("meter", "calls", "quantity", 1);
        onHostOf("iqx", stranger).post("/api/metering/charges", charge).expect(401);
        assertThat(stranger.get("/api/chat/usage").number("currentUsage")).isZero();
    }

    @Test
    void theHostNamesTheTenantBeforeSignIn() {
        assertThat(onHostOf("iqx", portal).get("/api/billing/plans").expect(200).json())
                .isEqualTo(iqx.get("/api/billing/plans").expect(200).json());
        assertThat(onHostOf("portal", iqx).get("/api/billing/plans").expect(200).json())
                .isEqualTo(portal.get("/api/billing/plans").expect(200).json());
    }

    @Test
    void anEmailIsOfOneTenant() {
        String email = Api.word() + "@example.com";
        register(iqx, email, "In-iqx-1-pass").expect(201);
        register(portal, email, "In-portal-2-pass").expect(201);
        assertThat(register(portal, email, "In-portal-3-pass").expect(409).text("code")).isEqualTo("EMAIL_TAKEN");
        var here = iqx.signIn(email, "In-iqx-1-pass").api();
        var there = portal.signIn(email, "In-portal-2-pass").api();
        assertThat(here.get("/api/auth/profile").text("id")).isNotEqualTo(there.get("/api/auth/profile").text("id"));
        portal.post("/api/auth/login", Map.of("email", email, "password", "In-iqx-1-pass")).expect(401);
        here.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 2)).expect(201);
        assertThat(there.get("/api/chat/usage").number("currentUsage")).isZero();
    }

    @Test
    void aRefreshTokenIsOfOneTenant() {
        var customer = portal.newCustomer();
        var body = Map.of("refreshToken", customer.signIn().path("refreshToken").asText());
        iqx.post("/api/auth/refresh", body).expect(401);
        portal.post("/api/auth/refresh", body).expect(200);
    }

    private static Api.Answer register(Api tenant, String email, String password) {
        return tenant.post("/api/auth/register",
                Map.of("email", email, "password", password, "fullName", "Trần Thị B"));
    }

    /** The JDK's client sets this header only because the tests' JVM allows it. */
    private Api onHostOf(String tenant, Api caller) {
        return caller.with("Host", tenant + ".localhost:" + weir.url().getPort());
    }
}
