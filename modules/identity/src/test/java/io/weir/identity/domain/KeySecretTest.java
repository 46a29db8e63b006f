package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
    private static final String ZEROS = "weir_" + "0".repeat(26);

    @Test
    void hasTheDocumentedForm() {
        var made = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            var secret = KeySecret.next();
            assertThat(secret.value()).matches("weir_[0-9A-Za-z]{32}");
            assertThat(secret.prefix()).isEqualTo(secret.value().substring(0, 12));
            assertThat(KeySecret.read(secret.value())).contains(secret);
            made.add(secret.value());
        }
        assertThat(made).hasSize(500);
    }

    @Test
    void noticesEverySingleTypingError() {
        var right = KeySecret.next().value();
        for (int i = 5; i < right.length(); i++) {
            var wrong = new StringBuilder(right);
            wrong.setCharAt(i, right.charAt(i) == 'x' ? 'y' : 'x');
            assertThat(KeySecret.read(wrong.toString())).as("position %d", i).isEmpty();
        }
    }

    @Test
    void checksumIsCrc32InBase62() {
        var crc = new CRC32();
        crc.update("0".repeat(26).getBytes(StandardCharsets.US_ASCII));
        var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var check = new StringBuilder();
        for (long rest = crc.getValue(); check.length() < 6; rest /= 62) {
            check.insert(0, digits.charAt((int) (rest % 62)));
        }
        assertThat(KeySecret.read(ZEROS + check)).isPresent();
        assertThat(KeySecret.read(ZEROS + "000000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "weir_", "weir_short", "sk_live_00000000000000000000000000000000"})
    void refusesOtherForms(String text) {
        assertThat(KeySecret.read(text)).isEmpty();
    }

    @Test
    void showsNoSecretInLogs() {
        var secret = KeySecret.next();
        assertThat(secret.toString()).doesNotContain(secret.value().substring(12)).startsWith(secret.prefix());
        assertThat(secret.hash()).hasSize(64).isEqualTo(Sha256.hex(secret.value()));
    }
}
