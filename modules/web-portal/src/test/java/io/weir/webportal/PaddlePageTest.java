package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddlePageTest {
    @ParameterizedTest
    @CsvSource({"live_1,,,false", "test_1,,,true", "live_1,sandbox,,true", "live_1,live,,false",
        "live_1,,https://sandbox-api.paddle.com,true", "live_1,,https://api.paddle.com,false"})
    void the_sandbox_is_known_by_any_of_its_signs(String token, String environment, String url, boolean sandbox) {
        assertThat(PaddlePage.isSandbox(token, Optional.ofNullable(environment), Optional.ofNullable(url)))
                .isEqualTo(sandbox);
    }

    @Test
    void its_page_alone_lets_paddle_in_and_keeps_the_nonce_with_the_scripts() {
        var widened = PaddlePolicy.widened("default-src 'self'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; frame-ancestors 'none'; script-src 'self' 'nonce-abc'");
        assertThat(widened).isEqualTo("default-src 'self'; "
                + "style-src 'self' https://cdn.paddle.com https://sandbox-cdn.paddle.com 'unsafe-inline'; "
                + "img-src 'self' https://cdn.paddle.com https://sandbox-cdn.paddle.com data:; "
                + "frame-ancestors 'none'; frame-src https://buy.paddle.com https://sandbox-buy.paddle.com; "
                + "script-src 'self' https://cdn.paddle.com https://sandbox-cdn.paddle.com 'nonce-abc'");
    }
}
