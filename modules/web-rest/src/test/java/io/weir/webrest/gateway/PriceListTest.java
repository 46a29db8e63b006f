package io.weir.webrest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.GatewayRoute.Metering;
import io.weir.metering.api.GatewayRoute.Rule;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {
    private final Metering metering = new Metering(MeterKey.CALLS, BigDecimal.ONE, List.of(
            rule("POST", "/v1/images/**", "5"), rule("GET", "/v1/*/status", "0.5"), rule("*", "/v2/**", "2"),
            rule("*", "/**/export", "9")));

    @ParameterizedTest
    @CsvSource({"POST, /v1/images/a/b, 5", "POST, /v1/images, 5", "POST, /v1/images/, 5", "GET, /v1/images/a, 1",
        "GET, /v1/job7/status, 0.5", "HEAD, /v1/job7/status, 0.5", "GET, /v1/a/b/status, 1", "DELETE, /v2, 2",
        "GET, /v2/export, 2", "GET, /a/b/export, 9", "GET, /export, 9", "GET, /V2/x, 1", "GET, /, 1",
        "POST, /v1/%69mages/x, 5", "POST, /v1/images;a=b/x, 5"})
    void theFirstRuleThatMatchesDecides(String method, String path, String units) {
        assertThat(PriceList.price(metering, method, GatewayPath.of(path)).units()).isEqualByComparingTo(units);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1.5, 4, 15000", "0.00001, 4, 1", "2.1, 0, 3", "0, 4, 0"})
    void unitsAreRoundedUp(String units, int decimals, long smallest) {
        assertThat(PriceList.smallest(new BigDecimal(units), decimals)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @CsvSource({"/a*c, /abc, true", "/a*c, /ac, true", "/a*c, /a/c, false", "/*, /, false", "/**, /, true",
        "/*b*d, /abcd, true", "/*b*d, /abce, false", "/**/x/**, /a/x/b, true", "/**/x, /x/y/x, true",
        "/**/x, /x/y, false", "/a.b, /axb, false"})
    void globs(String glob, String path, boolean matches) {
        assertThat(PathGlob.matches(glob, path)).isEqualTo(matches);
    }

    @Test
    void aHostileGlobIsNoWork() {
        assertThat(PathGlob.matches("/" + "*a".repeat(200) + "b", "/" + "a".repeat(5000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"u\":{\"n\":1.23}} | 13", "{\"u\":{\"n\":0}} | 0",
        "{\"u\":{\"n\":-1}} | -1",
        "{\"u\":{\"n\":\"7\"}} | -1", "{\"u\":{}} | -1", "[1] | -1", "no json | -1", "{\"u\":{\"n\":1e999999999}} | -1",
        "{\"u\":{\"n\":99999999999999999}} | -1", "{\"u\":{\"n\":1e-999999999}} | -1"})
    void theAnswerSaysWhatItCosts(String json, long smallest) {
        assertThat(new AnswerUnits("/u/n", 1).in(json).orElse(-1)).isEqualTo(smallest);
    }

    private static Rule rule(String method, String path, String units) {
        return new Rule(method, path, new BigDecimal(units), Optional.empty());
    }
}
