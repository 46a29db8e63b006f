package io.weir.webrest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/.", "/..", "/../x", "/a/../b", "/a/./b", "/%2e%2e/x", "/%2E./x", "/a/..;x=1/b", "/..;",
        "/%2e%2e%3bx/b", "//x", "/a//b", "/a/;x/b", "/a%2fb", "/a%2Fb", "/a\\b", "/a%5cb", "/a%00", "/a%0d%0ab",
        "/a%7f",
        "/a%", "/a%2", "/a%zz", "/caf\u00e9", "/paid#x", "/a b", "x"})
    void whatAnUpstreamCouldReadOtherwiseIsRefused(String raw) {
        assertThatThrownBy(() -> GatewayPath.of(raw)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("GATEWAY_PATH_INVALID"));
    }

    @ParameterizedTest
    @CsvSource({"'', /", "/, /", "/a, /a", "/a/, /a", "/a/b.c, /a/b.c", "/a%20b, /a b", "/%C3%A9, /é", "/...,  /...",
        "/.well-known, /.well-known", "/a;v=1/b, /a/b", "/%252e%252e, /%2e%2e"})
    void pricesLookAtThePlainForm(String raw, String plain) {
        assertThat(GatewayPath.of(raw)).isEqualTo(new GatewayPath(raw, plain));
    }
}
