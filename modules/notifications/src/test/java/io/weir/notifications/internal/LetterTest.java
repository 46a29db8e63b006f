package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.kernel.api.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    @ParameterizedTest
    @ValueSource(strings = {"Gói Vàng\r\nBcc: everyone@example.com", "Gói Vàng\nBcc: everyone@example.com",
                            "Gói Vàng\u2028Bcc: everyone@example.com", "Gói Vàng\u0000Bcc: everyone@example.com"})
    void aSubjectIsOneLine(String subject) {
        assertThat(letter("a@example.com", subject).subject()).isEqualTo("Gói Vàng Bcc: everyone@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a@example.com\r\nBcc: b@example.com", "a@example.com\n", "a\u0000@example.com"})
    void anAddressWithMoreThanAnAddressIsRefused(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> letter(to, "Hello"));
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        assertThat(letter("a@example.com", "😀".repeat(300)).subject()).isEqualTo("😀".repeat(255));
    }

    private static Letter letter(String to, String subject) {
        return new Letter(new TenantId(UUID.randomUUID()), to, subject, "Hello", false);
    }
}
