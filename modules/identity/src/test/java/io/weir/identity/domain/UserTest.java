package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.NewUser;
import io.weir.identity.api.Role;
import io.weir.identity.api.Users.ProfileChange;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void registersTidily() {
        var profile = user().profile();
        assertThat(profile.email()).isEqualTo("user@example.com");
        assertThat(profile.fullName()).isEqualTo("Nguyễn Văn A");
        assertThat(profile.companyName()).isEmpty();
        assertThat(profile.phoneNumber()).contains("+84901234567");
        assertThat(profile.locale()).isEqualTo("vi");
        assertThat(profile.lastLoginAt()).isEmpty();
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        var bad = new NewUser("nope", "123", " ", Optional.of("x".repeat(201)), Optional.of("call me"), null);
        assertThatThrownBy(() -> Registration.withPassword(bad)).isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().fields())
                .isEqualTo(Map.of("email", "BAD_EMAIL", "password", "PASSWORD_TOO_SHORT",
                        "fullName", "REQUIRED", "companyName", "TOO_LONG", "phoneNumber", "BAD_PHONE")));
    }

    @Test
    void adoptsOnlyHashesThatItUnderstands() {
        var user = new NewUser("user@example.com", null, "User", Optional.empty(), Optional.empty(), "en");
        assertThatThrownBy(() -> Registration.withForeignHash(user, "md5$abc"))
                .isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().fields()).isEqualTo(Map.of("passwordHash", "HASH_UNKNOWN")));
        assertThat(Registration.withForeignHash(user, "$2b$05$abcdefghijklmnopqrstuuhxlJSCQ1SIqb4te1NeZVqYZU6/8rwNy")
                .fullName())
                .isEqualTo("User");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-",
            value = {"-, en", "'', en", "vi, vi", "vi-VN, vi", "vi_VN, vi", "th, th", "fr, en", "*, en"})
    void speaksALanguageOfTheHouse(String tag, String locale) {
        var user = new NewUser("user@example.com", "SecurePass123!", "User", Optional.empty(), Optional.empty(), tag);
        assertThat(Registration.withPassword(user).locale()).isEqualTo(locale);
    }

    @Test
    void absentPartsStayAndBlankOnesGo() {
        var user = user();
        user.change(new ProfileChange(Optional.empty(), Optional.of("ACME"), Optional.of(""), Optional.empty()));
        assertThat(user.profile().fullName()).isEqualTo("Nguyễn Văn A");
        assertThat(user.profile().companyName()).contains("ACME");
        assertThat(user.profile().phoneNumber()).isEmpty();
        user.change(new ProfileChange(Optional.of("B"), Optional.of(" "), Optional.empty(), Optional.of("th")));
        assertThat(user.profile().companyName()).isEmpty();
        assertThat(user.profile().locale()).isEqualTo("th");
    }

    @Test
    void aRefusedChangeChangesNothing() {
        var user = user();
        var change = new ProfileChange(Optional.of("B"), Optional.empty(), Optional.empty(), Optional.of("fr"));
        assertThatThrownBy(() -> user.change(change)).isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().fields()).isEqualTo(Map.of("locale", "BAD_LOCALE")));
        assertThat(user.profile().fullName()).isEqualTo("Nguyễn Văn A");
    }

    @Test
    void suspensionComesAndGoes() {
        var user = user();
        user.suspend(NOW);
        user.suspend(NOW.plusSeconds(1));
        assertThat(user.isSuspended()).isTrue();
        user.reactivate();
        assertThat(user.isSuspended()).isFalse();
    }

    @Test
    void isAttachedToAnAccount() {
        var user = user();
        var account = new AccountId(UUID.randomUUID());
        assertThat(user.attach(account)).as("nobody has signed in yet, so nobody knows otherwise").isFalse();
        assertThat(user.profile().account()).contains(account);
    }

    @Test
    void aResetTokenWorksOnceAndInTime() {
        var end = NOW.plus(Duration.ofMinutes(30));
        assertThatThrownBy(() -> token().redeem(end)).hasMessage("RESET_TOKEN_INVALID");
        var token = token();
        token.redeem(end.minusMillis(1));
        assertThatThrownBy(() -> token.redeem(NOW)).hasMessage("RESET_TOKEN_INVALID");
        var lapsed = token();
        lapsed.lapse(NOW);
        assertThatThrownBy(() -> lapsed.requireUsable(NOW)).hasMessage("RESET_TOKEN_INVALID");
    }

    private static ResetToken token() {
        return new ResetToken(new UserId(UUID.randomUUID()), RandomSecret.next(), NOW);
    }

    private static User user() {
        var registration =
                Registration.withPassword(new NewUser(" User@Example.com", "SecurePass123!", " Nguyễn Văn A ",
                Optional.of(" "), Optional.of("+84 (90) 123-45.67"), "vi-VN"));
        return new User(registration, "hash", Role.CUSTOMER, NOW);
    }
}
