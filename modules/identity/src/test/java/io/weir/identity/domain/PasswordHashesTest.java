package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The foreign hashes were made by libxcrypt and by Python's hashlib. */
class PasswordHashesTest {
    private static final String PASSWORD = "Xin chào 9!";

    @Test
    void keepsArgon2idWithASaltOfItsOwn() {
        var kept = PasswordHashes.of(PASSWORD);
        assertThat(kept).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(PasswordHashes.of(PASSWORD)).isNotEqualTo(kept);
        assertThat(PasswordHashes.matches(PASSWORD, kept)).isTrue();
        assertThat(PasswordHashes.matches("Xin chào 9?", kept)).isFalse();
        assertThat(PasswordHashes.isOutdated(kept)).isFalse();
        assertThat(PasswordHashes.isForeign(kept)).isFalse();
    }

    @Test
    void readsArgon2idOfTheReferenceImplementation() {
        var reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(PasswordHashes.matches("password", reference)).isTrue();
        assertThat(PasswordHashes.matches("differentpassword", reference)).isFalse();
        assertThat(PasswordHashes.isOutdated(reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$2a$05$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy",
        "$2b$05$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy",
        "$2y$05$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy",
        "pbkdf2:sha256:1000$Qm3sVd8a$1665cd453f11b6f7a943835587031c57dc6278650747352243858dc120f065fa",
        "pbkdf2:sha512:1000$Qm3sVd8a$7fe82161a85ddd7ad9bc6baf8217449ac074914e38db573b151b7765825766b6"
            + "8df657b5e11f6609e9922616ad3acf804e844c41b979ceaae3f3630d342324d6",
        "pbkdf2:sha1:1000$Qm3sVd8a$2930594599ad24464ed8c01283b3c907788ac5b4"})
    void understandsHashesOfOtherSystems(String foreign) {
        assertThat(PasswordHashes.isForeign(foreign)).isTrue();
        assertThat(PasswordHashes.matches(PASSWORD, foreign)).isTrue();
        assertThat(PasswordHashes.matches("Xin chao 9!", foreign)).isFalse();
        assertThat(PasswordHashes.isOutdated(foreign)).isTrue();
    }

    @Test
    void bcryptLooksAtSeventyTwoBytes() {
        var ofEightyX = "$2b$05$abcdefghijklmnopqrstuujf8SX2ahXLwp9w/B.Y5XdysS6yR576q";
        assertThat(PasswordHashes.matches("x".repeat(80), ofEightyX)).isTrue();
        assertThat(PasswordHashes.matches("x".repeat(71), ofEightyX)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "plain", "$2x$05$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy",
        "$2b$31$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy", "pbkdf2:md5:1000$salt$00",
        "pbkdf2:sha256:1000$salt$zz",
        "pbkdf2:sha256:99999999$salt$1665cd453f11b6f7a943835587031c57dc6278650747352243858dc120f065fa",
        "scrypt:32768:8:1$salt$00"})
    void matchesNothingAgainstWhatItDoesNotKnow(String unknown) {
        assertThat(PasswordHashes.isForeign(unknown)).isFalse();
        assertThat(PasswordHashes.matches(PASSWORD, unknown)).isFalse();
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(PasswordHashes.matchesNobody(PASSWORD)).isFalse();
    }
}
