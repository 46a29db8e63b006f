package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant HANDOVER = START.plus(KeyRing.SIGNS_FOR);
    private static final RSAKey OLD = pair();
    private static final RSAKey NEW = pair();

    @Test
    void wantsAKeyAtOnceWhenThereIsNone() {
        assertThat(ring().nextActiveFrom(START)).contains(START);
        assertThat(ring().current(START)).isEmpty();
    }

    @Test
    void wantsTheNextOneADayBeforeTheThirtiethDay() {
        var ring = ring(new SigningKey(OLD, 1, START, Optional.empty()));
        assertThat(ring.nextActiveFrom(HANDOVER.minus(KeyRing.PUBLISHED_AHEAD).minusMillis(1))).isEmpty();
        assertThat(ring.nextActiveFrom(HANDOVER.minus(KeyRing.PUBLISHED_AHEAD))).contains(HANDOVER);
    }

    @Test
    void aLateOneIsStillPublishedADayAhead() {
        var ring = ring(new SigningKey(OLD, 1, START, Optional.empty()));
        var late = HANDOVER.plus(Duration.ofDays(7));
        assertThat(ring.nextActiveFrom(late)).contains(late.plus(KeyRing.PUBLISHED_AHEAD));
    }

    @Test
    void handsOverWithOverlap() {
        var retire = HANDOVER.plus(Duration.ofMinutes(25));
        var ring = ring(new SigningKey(OLD, 1, START, Optional.of(retire)),
                new SigningKey(NEW, 2, HANDOVER, Optional.empty()));
        var before = HANDOVER.minusMillis(1);
        assertThat(ring.current(before).map(SigningKey::generation)).contains(1);
        assertThat(ring.find(NEW.getKeyID(), before)).isPresent();
        assertThat(ring.nextActiveFrom(before)).isEmpty();
        assertThat(ring.current(HANDOVER).map(SigningKey::generation)).contains(2);
        assertThat(ring.find(OLD.getKeyID(), retire.minusMillis(1))).isPresent();
        assertThat(ring.find(OLD.getKeyID(), retire)).isEmpty();
    }

    @Test
    void publishesNoPrivatePart() throws ParseException {
        var set = JWKSet.parse(ring(new SigningKey(OLD, 1, START, Optional.empty())).publicKeySet(START));
        assertThat(set.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyID()).isEqualTo(OLD.getKeyID());
            assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
        });
    }

    private static KeyRing ring(SigningKey... keys) {
        return new KeyRing(List.of(keys));
    }

    private static RSAKey pair() {
        try {
            return RSAKey.parse(SigningKey.next(1, START).privateJson());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
