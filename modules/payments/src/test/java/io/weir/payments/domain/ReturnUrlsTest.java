package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.Payments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnUrlsTest {
    private static final List<String> ORIGINS = List.of("https://shop.example", "http://127.0.0.1:9080", "*", "");
    private final ReturnUrls production = new ReturnUrls(ORIGINS, false);
    private final ReturnUrls demo = new ReturnUrls(ORIGINS, true);

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://SHOP.example:443/a?b=c#d",
            "http://127.0.0.1:9080/portal/billing"})
    void known_origins_are_allowed(String url) {
        assertThatCode(() -> production.check(returning(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/", "https://shop.example:8443/", "https://shop.example.evil.example/",
        "https://shop.example@evil.example/", "http://localhost:3001@evil.example/", "//shop.example/", "/portal",
        "portal", "", "javascript:alert(1)", "data:text/html,x", "ftp://shop.example/", "https://",
        "https://shop.example\\@evil.example/", "https://evil.example/https://shop.example", "https://a b",
        "http://localhost:3001/"})
    void everything_else_is_refused(String url) {
        assertThatThrownBy(() -> production.check(returning(url))).hasMessage("RETURN_URL_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3001/success", "http://127.0.0.1:5173", "http://LOCALHOST/"})
    void a_demonstration_returns_to_the_machine_itself(String url) {
        assertThatCode(() -> demo.check(returning(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost.evil.example/", "http://localhost:3001@evil.example/",
            "http://10.0.0.1/"})
    void a_demonstration_returns_nowhere_else(String url) {
        assertThatThrownBy(() -> demo.check(returning(url))).hasMessage("RETURN_URL_NOT_ALLOWED");
    }

    @Test
    void the_cancel_url_is_checked_as_well_and_neither_is_needed() {
        var half = new Payments.Return(Optional.of("https://shop.example/"), Optional.of("https://evil.example/"));
        assertThatThrownBy(() -> production.check(half)).hasMessage("RETURN_URL_NOT_ALLOWED");
        assertThatCode(() -> production.check(Payments.Return.NOWHERE)).doesNotThrowAnyException();
    }

    @Test
    void a_url_longer_than_its_column_is_refused() {
        assertThatThrownBy(() -> production.check(returning("https://shop.example/" + "a".repeat(2000))))
                .hasMessage("RETURN_URL_NOT_ALLOWED");
    }

    private static Payments.Return returning(String url) {
        return new Payments.Return(Optional.of(url), Optional.empty());
    }
}
