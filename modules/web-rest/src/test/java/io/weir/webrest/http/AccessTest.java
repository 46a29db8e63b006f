package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Role;
import io.weir.kernel.api.RefusedException;
import io.weir.webrest.ApiApplication;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    static final class Forgotten {
        public void route() {
            // Nobody said who may use it.
        }
    }

    @Test
    void aRouteThatSaysNothingIsForNobody() throws NoSuchMethodException {
        var rule = AccessRules.read(Forgotten.class.getMethod("route"), Forgotten.class);
        assertThat(rule.who()).isEmpty();
        assertThat(rule.isPublic()).isFalse();
    }

    @Test
    void everyRouteSaysWho() {
        assertThat(routes()).isNotEmpty().allMatch(route -> rule(route).who().isPresent());
    }

    @Test
    void everythingUnderAdminIsForAdministrators() {
        assertThat(routes().filter(route -> path(route).startsWith("admin")))
                .isNotEmpty().allMatch(route -> rule(route).who().filter(Who.ADMINISTRATOR::equals).isPresent());
    }

    @Test
    void onlyTheseAreOpenToAnybody() {
        var open = routes().filter(route -> rule(route).isPublic()).map(AccessTest::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).containsExactlyInAnyOrder("auth/register", "auth/login", "auth/refresh",
                "auth/forgot-password", "auth/reset-password", "billing/plans", "credits/plans", "credits/packages",
                "plans", "api-extensions/packages", "api-extensions/packages/{id}", "payment/config", "payment/webhook",
                "webhooks/{gateway}", "webhooks/{gateway}/{tenant}", "health", "health/ready", "health/live", "ping");
    }

    @Test
    void onlyWhatAsksTheGateIsHot() {
        assertThat(routes().filter(route -> rule(route).hot()).map(AccessTest::path)
                .map(path -> path.startsWith("gateway/") ? "gateway" : path).distinct())
                .containsExactlyInAnyOrder("chat", "gateway", "metering/charges", "metering/reservations",
                        "metering/reservations/{id}", "metering/reservations/{id}/settle", "metering/events");
    }

    @ParameterizedTest
    @CsvSource({
            "CALLER, CUSTOMER, SESSION, true", "CALLER, CUSTOMER, API_KEY, true", "CALLER, TENANT_ADMIN, SESSION, true",
            "CALLER, SERVICE, API_KEY, false", "USER, CUSTOMER, SESSION, true", "USER, CUSTOMER, API_KEY, false",
            "USER, PLATFORM_ADMIN, SESSION, true", "USER, SERVICE, SESSION, false",
            "ADMINISTRATOR, CUSTOMER, SESSION, false",
            "ADMINISTRATOR, CUSTOMER, API_KEY, false", "ADMINISTRATOR, TENANT_ADMIN, SESSION, true",
            "ADMINISTRATOR, TENANT_ADMIN, API_KEY, false", "ADMINISTRATOR, PLATFORM_ADMIN, SESSION, true",
            "ADMINISTRATOR, SERVICE, API_KEY, false", "PUBLIC, SERVICE, API_KEY, true",
            "METERING, CUSTOMER, SESSION, true", "METERING, CUSTOMER, API_KEY, true",
            "METERING, SERVICE, API_KEY, true", "METERING, SERVICE, SESSION, false",
            "METERING, TENANT_ADMIN, SESSION, false", "METERING, PLATFORM_ADMIN, SESSION, false",
            "METERING_OR_ADMINISTRATOR, CUSTOMER, API_KEY, true", "METERING_OR_ADMINISTRATOR, SERVICE, API_KEY, true",
            "METERING_OR_ADMINISTRATOR, TENANT_ADMIN, SESSION, true",
            "METERING_OR_ADMINISTRATOR, TENANT_ADMIN, API_KEY, false"})
    void admitsByRoleAndByWhatProvedIt(Who who, Role role, Kind kind, boolean admitted) {
        var caller = Fixtures.caller(role, kind, 0);
        if (admitted) {
            assertThatCode(() -> who.admit(caller)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> who.admit(caller)).isInstanceOfSatisfying(RefusedException.class,
                    refused -> assertThat(refused.refusal().kind().status()).isEqualTo(403));
        }
    }

    private static Stream<Method> routes() {
        return ApiApplication.RESOURCES.stream().flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private static AccessRules.Rule rule(Method route) {
        return AccessRules.read(route, route.getDeclaringClass());
    }

    private static String path(Method route) {
        var own = route.getAnnotation(Path.class);
        var base = route.getDeclaringClass().getAnnotation(Path.class).value();
        return own == null ? base : base + "/" + own.value();
    }

    @Test
    void noTwoRoutesShareMethodAndPath() {
        Set<String> seen = new TreeSet<>();
        assertThat(routes().map(route -> path(route) + " " + Arrays.stream(route.getAnnotations())
                .map(Annotation::annotationType).filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(Class::getSimpleName).toList()))
                .allMatch(seen::add);
    }
}
