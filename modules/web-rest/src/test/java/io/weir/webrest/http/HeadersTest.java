package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.RateLimits.Verdict;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    @Test
    void rateLimitsAreToldTheNewWayAndTheOldWay() {
        var headers = new MultivaluedHashMap<String, Object>();
        new RateHeaders("plan", new Verdict(true, 600, 599, 1, 0)).putInto(headers);
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"plan\";q=600;w=60");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"plan\";r=599;t=1");
        assertThat(headers.getFirst("X-RateLimit-Limit")).isEqualTo(600);
        assertThat(headers.getFirst("X-RateLimit-Remaining")).isEqualTo(599L);
        assertThat(headers.getFirst("X-RateLimit-Reset")).isEqualTo(1L);
    }

    @Test
    void nothingLeftIsNeverLessThanNothing() {
        assertThat(new RateHeaders("auth", new Verdict(false, 5, -1, 60, 12)).state()).isEqualTo("\"auth\";r=0;t=60");
    }

    @ParameterizedTest
    @CsvSource({"/api/webhooks/sandbox, true", "/api/health/live, true", "/api/ping, true", "/api/auth/login, false",
            "/api/plans, false"})
    void gatewaysAndProbesAreNotLimited(String path, boolean unlimited) {
        assertThat(RateLimitFilter.isUnlimited(path)).isEqualTo(unlimited);
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
        assertThat(AuthenticationFilter.firstLabel(host)).isEqualTo(label);
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
