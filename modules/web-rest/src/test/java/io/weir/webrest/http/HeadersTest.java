package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Role;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Decision;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateLimits.Verdict;
import io.weir.metering.api.Settlement;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private final LimitHeaders limits = Fixtures.limits(Map.of("credits", 4, "calls", 0, "tokens", 0));
    private final Exchange exchange = Fixtures.exchange("en");
    private final MultivaluedHashMap<String, Object> headers = new MultivaluedHashMap<>();

    @Test
    void rateLimitsAreToldTheNewWayAndTheOldWay() {
        exchange.rate(new RateHeaders("plan", new Verdict(true, 600, 599, 1, 0)));
        limits.put(exchange, headers::add);
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"plan\";q=600;w=60");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"plan\";r=599;t=1");
        assertThat(headers.getFirst("X-RateLimit-Limit")).isEqualTo(600);
        assertThat(headers.getFirst("X-RateLimit-Remaining")).isEqualTo(599L);
        assertThat(headers.getFirst("X-RateLimit-Reset")).isEqualTo(1L);
    }

    @Test
    void ofSeveralRatesTheOldWayTellsTheOneThatEndsFirst() {
        exchange.rate(new RateHeaders("plan", new Verdict(true, 600, 599, 1, 0)));
        exchange.rate(new RateHeaders("key", new Verdict(true, 60, 12, 48, 0)));
        limits.put(exchange, headers::add);
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"plan\";q=600;w=60, \"key\";q=60;w=60");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"plan\";r=599;t=1, \"key\";r=12;t=48");
        assertThat(headers.getFirst("X-RateLimit-Limit")).isEqualTo(60);
        assertThat(headers.getFirst("X-RateLimit-Remaining")).isEqualTo(12L);
    }

    @Test
    void quotasAreToldInWholeUnitsRoundedDown() {
        exchange.identified(Fixtures.caller(Role.CUSTOMER, Kind.API_KEY, 7));
        exchange.quota(new Decision.Admitted(new UUID(0, 9), List.of(
                new Decision.Line(MeterKey.CALLS, 1, 993, 1_000, Optional.of(Fixtures.NOW.plusSeconds(86_400))),
                new Decision.Line(new MeterKey("credits"), 5_000, 99_999, 100_000, Optional.empty())),
                Optional.empty()));
        limits.put(exchange, headers::add);
        assertThat(headers.getFirst("RateLimit-Policy"))
                .isEqualTo("\"calls\";q=1000, \"credits\";q=10;qu=\"credits\"");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"calls\";r=993;t=86400, \"credits\";r=9");
        assertThat(headers).doesNotContainKey("X-RateLimit-Limit");
    }

    @Test
    void aSettlementTellsWhatIsLeftNow() {
        exchange.identified(Fixtures.caller(Role.CUSTOMER, Kind.API_KEY, 7));
        var tokens = new MeterKey("tokens");
        exchange.quota(new Decision.Admitted(new UUID(0, 9), List.of(
                new Decision.Line(MeterKey.CALLS, 1, 9, 10, Optional.empty()),
                new Decision.Line(tokens, 2_000, 3_000, 5_000, Optional.empty())), Optional.empty()));
        exchange.quota(new Settlement(new UUID(0, 9),
                List.of(new Settlement.Line(tokens, Optional.empty(), 150, 150, 0, 4_850))));
        limits.put(exchange, headers::add);
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"calls\";r=9, \"tokens\";r=4850");
    }

    @Test
    void whatIsUsedUpIsToldToo() {
        exchange.identified(Fixtures.caller(Role.CUSTOMER, Kind.API_KEY, 7));
        exchange.quota(new Decision.Capped(MeterKey.CALLS, 50, 50, Fixtures.NOW.plusSeconds(60)));
        limits.put(exchange, headers::add);
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"calls.cap\";q=50");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"calls.cap\";r=0;t=60");
    }

    @Test
    void withoutLimitsNothingIsSaid() {
        limits.put(exchange, headers::add);
        assertThat(headers).isEmpty();
    }

    @Test
    void nothingLeftIsNeverLessThanNothing() {
        assertThat(new RateHeaders("auth", new Verdict(false, 5, -1, 60, 12)).state()).isEqualTo("\"auth\";r=0;t=60");
        assertThat(new Quota(MeterKey.CALLS, false, 5, -2, Optional.empty()).state(0, OptionalLong.of(-1)))
                .isEqualTo("\"calls\";r=0;t=0");
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/tenants, tenant-creation", "GET, /api/tenants,", "POST, /api/tenants/1/backup,",
            "GET, /api/support, support", "POST, /api/support/1/close, support", "GET, /api/supporters,"})
    void someRoutesHaveALimitOfTheirOwn(String method, String path, String family) {
        assertThat(RequestRates.family(method, path)).isEqualTo(Optional.ofNullable(family));
    }

    @ParameterizedTest
    @CsvSource({"/api/auth/login, /api/auth/login", "/api/auth;x/login;y=1, /api/auth/login",
            "/api/support;, /api/support"})
    void parametersOfAPathGoRoundNoLimit(String path, String plain) {
        assertThat(RequestRates.plain(path)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"/api/webhooks/sandbox, true", "/api/health/live, true", "/api/ping, true", "/api/auth/login, false",
            "/api/plans, false"})
    void gatewaysAndProbesAreNotLimited(String path, boolean unlimited) {
        assertThat(RequestRates.isUnlimited(path)).isEqualTo(unlimited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
    void findsATokenWhateverTheSchemesCase(String header) {
        assertThat(Credentials.of(header, "key")).contains("abc");
    }

    @Test
    void findsAKeyInItsOwnHeaderAndNothingInOtherSchemes() {
        assertThat(Credentials.of(null, " weir_x ")).contains("weir_x");
        assertThat(Credentials.of("Basic YTpi", null)).isEmpty();
        assertThat(Credentials.of("Bearer ", " ")).isEmpty();
        assertThat(Credentials.of("Bearer", null)).isEmpty();
    }

    @Test
    void doesNotLookIntoEndlessCredentials() {
        assertThatThrownBy(() -> Credentials.of("Bearer " + "x".repeat(9000), null))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"iqx.weir.example, iqx", "localhost, localhost", "127.0.0.1, 127", "iqx, iqx"})
    void aTenantsHostBeginsWithItsSlug(String host, String label) {
        assertThat(Recognition.firstLabel(host)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space", "line\nbreak-in-it", "ünïcödé-id", "<script>alert</script>"})
    void requestIdsOfOthersAreTakenOnlyWhenPlain(String id) {
        assertThat(RequestIds.accept(id)).isEmpty();
    }

    @Test
    void plainRequestIdsAreCarriedOn() {
        assertThat(RequestIds.accept("0190a1b2-c3d4.x_y")).contains("0190a1b2-c3d4.x_y");
        assertThat(RequestIds.accept("x".repeat(65))).isEmpty();
        assertThat(RequestIds.accept(null)).isEmpty();
    }

    @Test
    void originsAreAnsweredByNameAndStrangersNotAtAll() {
        var origins = Origins.of("[\"http://localhost:3000\", \"https://app.example\"]");
        assertThat(origins).isEqualTo(Origins.of("http://localhost:3000, https://app.example"));
        assertThat(origins.answerTo("https://app.example")).contains("https://app.example");
        assertThat(origins.answerTo("https://app.example.evil")).isEmpty();
        assertThat(origins.answerTo("null")).isEmpty();
        assertThat(Origins.of("*").answerTo("https://any.example")).contains("*");
    }
}
