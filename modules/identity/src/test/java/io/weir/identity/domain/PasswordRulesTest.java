package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    private static final EmailAddress EMAIL = new EmailAddress("marie@example.com");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, REQUIRED", "'', REQUIRED", "123, PASSWORD_TOO_SHORT", "Aa1!Aa1, PASSWORD_TOO_SHORT",
        "alllowercase, PASSWORD_TOO_SIMPLE", "lower123456, PASSWORD_TOO_SIMPLE", "UPPER123456, PASSWORD_TOO_SIMPLE",
        "My-Marie-2026, PASSWORD_CONTAINS_EMAIL", "myMARIE2026, PASSWORD_CONTAINS_EMAIL"})
    void refuses(String password, String reason) {
        assertThat(PasswordRules.objection(password, EMAIL)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "SecurePass123!", "lower&UPPER", "lower1234!", "UPPER1234!", "Passw0rd", "mật-Khẩu-dài",
        "Aq9!abcdefghijklZ7"})
    void accepts(String password) {
        assertThat(PasswordRules.objection(password, EMAIL)).isEmpty();
    }

    @Test
    void countsCodePointsUpTo128() {
        assertThat(PasswordRules.objection("Aa1" + "😀".repeat(125), EMAIL)).isEmpty();
        assertThat(PasswordRules.objection("Aa1" + "😀".repeat(126), EMAIL)).contains("PASSWORD_TOO_LONG");
    }

    @Test
    void shortLocalPartsForbidNothing() {
        assertThat(PasswordRules.objection("Passw0rd-joe", new EmailAddress("joe@example.com"))).isEmpty();
    }

    @Test
    void judgesWithoutAnEmailToo() {
        assertThat(PasswordRules.objection("SecurePass123!", null)).isEmpty();
    }
}
