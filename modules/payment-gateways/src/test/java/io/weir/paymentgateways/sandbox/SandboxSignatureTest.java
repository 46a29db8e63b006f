package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSignatureTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{\"amount\":99000}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1_770_000_000);

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false", "-300,true", "-301,false"})
    void a_signature_is_good_for_five_minutes(long seconds, boolean good) {
        var header = SandboxSignature.sign(KEY, AT, BODY);
        assertThat(SandboxSignature.matches(KEY, header, AT.plusSeconds(seconds), BODY)).isEqualTo(good);
    }

    @Test
    void a_changed_body_time_or_key_is_noticed() {
        var header = SandboxSignature.sign(KEY, AT, BODY);
        var other = "{\"amount\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(SandboxSignature.matches(KEY, header, AT, other)).isFalse();
        assertThat(SandboxSignature.matches(KEY, header.replace("t=1770000000", "t=1770000001"), AT, BODY)).isFalse();
        assertThat(SandboxSignature.matches("yek".getBytes(StandardCharsets.UTF_8), header, AT, BODY)).isFalse();
    }

    @Test
    void the_form_is_the_one_that_others_can_compute() {
        // printf '1770000000.{"amount":99000}' | openssl dgst -sha256 -hmac key
        assertThat(SandboxSignature.sign(KEY, AT, BODY))
                .isEqualTo("t=1770000000,v1=15f2c0cf6ad22e623ec4aa9ab60b1595b75627251f9a4fe22ae3aa2c7deb80cb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=1770000000", "t=99999999999999999999,v1=00", "t=-1,v1=zz",
            "t=1770000000,v1=00"})
    void a_malformed_header_is_no_signature(String header) {
        assertThat(SandboxSignature.matches(KEY, header, AT, BODY)).isFalse();
    }
}
