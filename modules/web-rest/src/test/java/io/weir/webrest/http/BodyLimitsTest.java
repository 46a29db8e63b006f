package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitsTest {
    private static final String ID = "0190f0f0-0000-7000-8000-000000000000";

    @ParameterizedTest
    @ValueSource(strings = {"/api/payments/" + ID + "/proof", "/api/billing/payments/" + ID + "/proof",
        "/api/admin/statements"})
    void files_may_be_larger(String path) {
        assertThat(BodyLimits.of("POST", path)).isEqualTo(BodyLimits.FILE);
        assertThat(BodyLimits.of("PUT", path)).isEqualTo(BodyLimits.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/payments/x/proof", "/api/payments/" + ID + "/proof/", "/api/admin/statements/lines",
        "/api/payments/" + ID + "/proof;x=1", "/api/auth/login", "/api/admin/statements/../../auth/login",
        "/api/gateway/x/api/admin/statements", "//api/admin/statements"})
    void nothing_that_only_looks_like_it_may(String path) {
        assertThat(BodyLimits.of("POST", path)).isEqualTo(BodyLimits.USUAL);
    }
}
