package io.weir.identity.domain;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys that are kept, and when the next one is due: a key signs for 30 days and is published a day before.
 */
public final class KeyRing {
    public static final Duration SIGNS_FOR = Duration.ofDays(30);
    public static final Duration PUBLISHED_AHEAD = Duration.ofDays(1);
    private static final Comparator<SigningKey> BY_START =
            Comparator.comparing(SigningKey::activeFrom).thenComparing(SigningKey::generation);

    private final List<SigningKey> keys;

    public KeyRing(List<SigningKey> keys) {
        this.keys = keys.stream().sorted(BY_START).toList();
    }

    /** The one that signs now; empty before the first is made. */
    public Optional<SigningKey> current(Instant now) {
        return keys.stream().filter(key -> !key.activeFrom().isAfter(now) && !key.isRetired(now))
                .reduce((earlier, later) -> later);
    }

    /** The one that a token names, as long as tokens of it may be alive. */
    public Optional<SigningKey> find(String kid, Instant now) {
        return keys.stream().filter(key -> key.kid().equals(kid) && !key.isRetired(now)).findFirst();
    }

    public Optional<SigningKey> newest() {
        return keys.stream().reduce((earlier, later) -> later);
    }

    /** When the key to be made now shall start to sign; empty when none is due. */
    public Optional<Instant> nextActiveFrom(Instant now) {
        if (current(now).isEmpty()) {
            return Optional.of(now);
        }
        var due = keys.get(keys.size() - 1).activeFrom().plus(SIGNS_FOR);
        if (now.isBefore(due.minus(PUBLISHED_AHEAD))) {
            return Optional.empty();
        }
        var soonest = now.plus(PUBLISHED_AHEAD);
        return Optional.of(due.isAfter(soonest) ? due : soonest);
    }

    /** The JWK set of RFC 7517, public parts only. */
    public String publicKeySet(Instant now) {
        return new JWKSet(keys.stream().filter(key -> !key.isRetired(now)).<JWK>map(SigningKey::publicKey).toList())
                .toString();
    }
}
