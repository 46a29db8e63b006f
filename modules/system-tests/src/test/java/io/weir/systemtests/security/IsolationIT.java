package io.weir.systemtests.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Route;
import io.weir.systemtests.harness.RunningWeir;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every route that exists, driven with the ids of another account and of another tenant: nothing is shown, nothing
 * changes. The routes are the server's own list, so that a new one is covered, or fails here, by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {
    /** Open to anybody on purpose. Whoever opens another route has to say so here. */
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/auth/register", "POST /api/auth/login", "POST /api/auth/refresh",
            "POST /api/auth/forgot-password", "POST /api/auth/reset-password",
            "GET /api/billing/plans", "GET /api/credits/plans", "GET /api/credits/packages", "GET /api/plans",
            "GET /api/api-extensions/packages", "GET /api/api-extensions/packages/{id}", "GET /api/payment/config",
            "POST /api/payment/webhook", "POST /api/webhooks/{gateway}", "POST /api/webhooks/{gateway}/{tenant}",
            "GET /api/health", "GET /api/health/ready", "GET /api/health/live", "GET /api/ping");
    /**
     * Parameters that name nothing that anybody owns: a gateway's and a tenant's names are public, and a notice proves
     * itself by its signature. Names of meters, operations and routes mean the caller's own tenant's, whoever else has
     * one of that name, and making one is how it comes to be.
     */
    private static final Set<String> OWNED_BY_NOBODY =
            Set.of("/api/webhooks/{gateway}", "/api/webhooks/{gateway}/{tenant}", "/api/metering/caps/{meter}",
                    "/api/admin/gateways/{gateway}", "/api/admin/meters/{key}", "/api/admin/rate-card/{operation}",
                    "/api/admin/routes/{slug}", "/api/billing/coupons/{code}", "/api/admin/coupons/{code}",
                    "/api/gateway/{route}", "/api/gateway/{route}{rest}");
    private static final String NOBODYS = "01890000-0000-7000-8000-000000000000";
    /** Enough to pass the checks of every route's own body, so that a refusal is about whose the object is. */
    private static final Map<String, Object> INTRUSION = Map.of("reason", "intrusion", "note", "intrusion",
            "description", "intrusion", "atPeriodEnd", false, "graceSeconds", 0, "meter", "calls", "quantity", 1,
            "paymentId", NOBODYS);

    private final RunningWeir weir = RunningWeir.shared();
    private List<Route> routes;
    private Map<String, Belongings> victims;

    @BeforeAll
    void prepare() {
        routes = Route.discover(weir);
        victims = Map.of("iqx", Belongings.in(weir, "iqx"), "portal", Belongings.in(weir, "portal"));
    }

    @Test
    void everyParameterIsThoughtOf() {
        assertThat(routes).as("discovery works").hasSizeGreaterThan(50);
        assertThat(routes.stream().flatMap(route -> route.parameters().stream()).distinct())
                .as("name the new parameter in Belongings, or say here why it belongs to nobody")
                .allMatch(parameter -> victims.get("iqx").has(parameter) || OWNED_BY_NOBODY.contains(parameter));
    }

    @Test
    void theListOfPublicRoutesIsTrue() {
        assertThat(routes.stream().map(Route::toString)).containsAll(PUBLIC);
        for (var route : routes) {
            if (isPublic(route)) {
                assertThat(send(weir.api("iqx"), route, route.with(any -> NOBODYS)).status()).as(route.toString())
                        .isNotIn(401, 403).isLessThan(500);
            }
        }
    }

    @Test
    void withoutCredentialsEverythingElseIs401() {
        var anybody = weir.api("iqx");
        assertAnswers(routes.stream().filter(route -> !isPublic(route)).toList(),
                route -> send(anybody, route, route.with(any -> NOBODYS)), Set.of(401));
    }

    @Test
    void administrationIsClosedToCustomers() {
        var customer = weir.api("iqx").newCustomer().api();
        assertAnswers(routes.stream().filter(Route::isAdministration).toList(),
                route -> send(customer, route, route.with(any -> NOBODYS)), Set.of(403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iqx", "portal"})
    void anotherAccountOfTheTenantFindsNothing(String tenant) {
        var intruder = weir.api(tenant).newCustomer().api();
        assertUntouched(tenant, () -> {
            attack(intruder, tenant, route -> !isPublic(route) && !route.isAdministration(), Set.of(404));
            attack(intruder, tenant, Route::isAdministration, Set.of(403));
        });
    }

    @ParameterizedTest
    @CsvSource({"iqx, portal", "portal, iqx"})
    void anAccountOfAnotherTenantFindsNothing(String tenant, String intrudersTenant) {
        var intruder = weir.api(intrudersTenant).newCustomer().api().with("X-Tenant", tenant);
        assertUntouched(tenant, () -> {
            // What is public is public of a tenant: a signed-in caller's own.
            attack(intruder, tenant, route -> !route.isAdministration(), Set.of(404));
            attack(intruder, tenant, Route::isAdministration, Set.of(403));
        });
    }

    @ParameterizedTest
    @CsvSource({"iqx, portal", "portal, iqx", "iqx, platform"})
    void theAdministratorOfAnotherTenantFindsNothing(String tenant, String intrudersTenant) {
        var intruder = weir.api(intrudersTenant).administrator().with("X-Tenant", tenant);
        assertUntouched(tenant, () -> {
            attack(intruder, tenant, Route::isAdministration, Set.of(404));
            // An administrator has no account of its own that such a route could work for.
            attack(intruder, tenant, route -> !route.isAdministration() && !isPublic(route), Set.of(403, 404));
        });
    }

    @Test
    void anotherAccountsKeyFindsNothing() {
        var customer = weir.api("iqx").newCustomer().api();
        var made = customer.post("/api/keys", Map.of("name", "intruder", "tier", "free")).expect(201);
        var intruder = weir.api("iqx").key(made.text("key"));
        intruder.get("/api/chat/usage").expect(200);
        assertUntouched("iqx", () -> {
            // What only a person may do is 403 to a program, before anybody asks whose it is.
            attack(intruder, "iqx", route -> !isPublic(route) && !route.isAdministration(), Set.of(403, 404));
            attack(intruder, "iqx", Route::isAdministration, Set.of(403));
        });
    }

    private void attack(Api intruder, String tenant, Predicate<Route> which, Set<Integer> expected) {
        var owned = routes.stream().filter(Route::hasParameters).filter(which)
                .filter(route -> !OWNED_BY_NOBODY.containsAll(route.parameters())).toList();
        assertAnswers(owned, route -> send(intruder, route, victims.get(tenant).pathOf(route)), expected);
    }

    private void assertUntouched(String tenant, Runnable attack) {
        var readable = routes.stream().filter(route -> !isPublic(route))
                .filter(route -> !route.hasParameters() || !OWNED_BY_NOBODY.containsAll(route.parameters())).toList();
        var before = victims.get(tenant).asSeenBy(readable);
        attack.run();
        assertThat(victims.get(tenant).asSeenBy(readable)).isEqualTo(before);
    }

    private static void assertAnswers(List<Route> routes, Function<Route, Api.Answer> call, Set<Integer> expected) {
        assertThat(routes).isNotEmpty();
        var softly = new SoftAssertions();
        for (var route : routes) {
            var answer = call.apply(route);
            softly.assertThat(answer.status()).as(route + " answered " + answer).isIn(expected);
        }
        softly.assertAll();
    }

    private static Api.Answer send(Api caller, Route route, String path) {
        if (route.toString().equals("POST /api/admin/statements")) {
            return caller.with("Content-Type", "text/csv").post(path, Belongings.statement("intrusion"));
        }
        if (route.toString().startsWith("POST ") && route.path().endsWith("/proof")) {
            return caller.file(path, "intrusion.png", Belongings.picture());
        }
        boolean hasBody = Set.of("POST", "PUT", "PATCH").contains(route.method());
        return caller.send(route.method(), path, hasBody ? INTRUSION : null);
    }

    private static boolean isPublic(Route route) {
        return PUBLIC.contains(route.toString());
    }
}
