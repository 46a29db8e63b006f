package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.ApiKeys.NewKey;
import io.weir.identity.api.ServiceKeys.NewServiceKey;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedKeyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(10));
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    private static final UserId MAKER = new UserId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        // State, verb, status after it at LATER, or the refusal.
        "active, none, active", "active, revoke, revoked", "active, replace, revoked", "active, grace, active",
        "expired, none, expired", "expired, revoke, revoked", "expired, replace, KEY_NOT_ACTIVE",
        "expired, grace, KEY_NOT_ACTIVE", "revoked, none, revoked", "revoked, revoke, revoked",
        "revoked, replace, KEY_NOT_ACTIVE", "revoked, grace, KEY_NOT_ACTIVE"})
    void everyStateAndVerb(String state, String verb, String outcome) {
        var key = key(state);
        if (outcome.equals("KEY_NOT_ACTIVE")) {
            assertThatThrownBy(() -> act(key, verb)).hasMessage(outcome);
            assertThat(key.view(LATER).status()).isEqualTo(state);
        } else {
            act(key, verb);
            assertThat(key.view(LATER).status()).isEqualTo(outcome);
        }
    }

    @Test
    void onlyAnActiveKeyStopsWorkingByBeingRevoked() {
        assertThat(key("active").revoke(LATER)).isTrue();
        assertThat(key("expired").revoke(LATER)).isFalse();
        assertThat(key("revoked").revoke(LATER)).isFalse();
    }

    @Test
    void theReplacementKeepsTheTerms() {
        var end = LATER.plus(Duration.ofDays(1));
        var old = new IssuedKey(ACCOUNT, MAKER, terms(Optional.of(end), List.of("10.0.0.0/8")), KeySecret.next(), NOW);
        var secret = KeySecret.next();
        var next = old.replace(MAKER, secret, Duration.ofHours(1), LATER).view(LATER);
        assertThat(next.name()).isEqualTo("ci");
        assertThat(next.tier()).isEqualTo("pro");
        assertThat(next.expiresAt()).contains(end);
        assertThat(next.allowedCidrs()).containsExactly("10.0.0.0/8");
        assertThat(next.prefix()).isEqualTo(secret.prefix());
        assertThat(old.view(LATER).expiresAt()).contains(LATER.plus(Duration.ofHours(1)));
    }

    @Test
    void graceNeverLengthensALife() {
        var end = LATER.plus(Duration.ofMinutes(1));
        var old = new IssuedKey(ACCOUNT, MAKER, terms(Optional.of(end), List.of()), KeySecret.next(), NOW);
        old.replace(MAKER, KeySecret.next(), Duration.ofHours(1), LATER);
        assertThat(old.view(LATER).expiresAt()).contains(end);
    }

    @Test
    void termsNameEveryBadField() {
        var bad = new NewKey(" ", "t".repeat(101), Optional.of(NOW), List.of("10.0.0.0/8", "home"));
        assertThatThrownBy(() -> KeyTerms.of(bad, NOW)).isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().fields()).containsOnlyKeys("name", "tier", "expiresAt", "allowedCidrs"));
    }

    @Test
    void aServicesKeyActsForNobodyAndHasNoTier() {
        var end = LATER.plus(Duration.ofDays(1));
        var wanted = new NewServiceKey(" billing ", Optional.of(end), List.of("10.0.0.0/8"), OptionalInt.of(600));
        var secret = KeySecret.next();
        var key = IssuedKey.ofService(KeyTerms.of(wanted, NOW), secret, NOW);
        assertThat(key.isOfService()).isTrue();
        assertThat(key.belongsTo(ACCOUNT)).isFalse();
        var view = key.serviceView(LATER);
        assertThat(view.name()).isEqualTo("billing");
        assertThat(view.prefix()).isEqualTo(secret.prefix());
        assertThat(view.status()).isEqualTo("active");
        assertThat(view.requestsPerMinute()).hasValue(600);
        assertThat(key.revoke(LATER)).isTrue();
        assertThat(key.serviceView(LATER).status()).isEqualTo("revoked");
    }

    @Test
    void theReplacementKeepsTheLimit() {
        var wanted = new NewKey("ci", "pro", Optional.empty(), List.of(), OptionalInt.of(60));
        var old = new IssuedKey(ACCOUNT, MAKER, KeyTerms.of(wanted, NOW), KeySecret.next(), NOW);
        assertThat(old.isOfService()).isFalse();
        assertThat(old.replace(MAKER, KeySecret.next(), Duration.ZERO, LATER).view(LATER).requestsPerMinute())
                .hasValue(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void aLimitIsAtLeastOneAMinute(int perMinute) {
        var bad = new NewServiceKey("billing", Optional.empty(), List.of(), OptionalInt.of(perMinute));
        assertThatThrownBy(() -> KeyTerms.of(bad, NOW)).isInstanceOfSatisfying(RefusedException.class, e ->
                assertThat(e.refusal().fields()).containsExactly(Map.entry("requestsPerMinute", "OUT_OF_RANGE")));
    }

    private static void act(IssuedKey key, String verb) {
        switch (verb) {
            case "revoke" -> key.revoke(LATER);
            case "replace" -> key.replace(MAKER, KeySecret.next(), Duration.ZERO, LATER);
            case "grace" -> key.replace(MAKER, KeySecret.next(), Duration.ofHours(1), LATER);
            default -> assertThat(verb).isEqualTo("none");
        }
    }

    private static IssuedKey key(String state) {
        var end = state.equals("expired") ? Optional.of(LATER) : Optional.<Instant>empty();
        var key = new IssuedKey(ACCOUNT, MAKER, terms(end, List.of()), KeySecret.next(), NOW);
        if (state.equals("revoked")) {
            key.revoke(NOW);
        }
        return key;
    }

    private static KeyTerms terms(Optional<Instant> end, List<String> cidrs) {
        return KeyTerms.of(new NewKey("ci", "pro", end, cidrs), NOW);
    }
}
