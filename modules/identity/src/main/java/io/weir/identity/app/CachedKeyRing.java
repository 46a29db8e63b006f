package io.weir.identity.app;

import io.weir.identity.domain.KeyRing;
import io.weir.identity.domain.SigningKey;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The signing keys in memory: at most a minute old, read again sooner for a key id that nobody here has seen, but never
 * more often than every five seconds, since anybody can invent key ids. One thread reads; the others go on with what
 * there is.
 */
@ApplicationScoped
public class CachedKeyRing {
    private static final Duration OLDEST = Duration.ofSeconds(60);
    private static final Duration SOONEST = Duration.ofSeconds(5);

    private final ReentrantLock reading = new ReentrantLock();
    private volatile KeyRing held = new KeyRing(List.of());
    private volatile Instant tried = Instant.MIN;
    @Inject
    KeyMaking making;
    @Inject
    Time time;

    public KeyRing ring() {
        if (held.newest().isEmpty()) {
            makeFirst();
        } else {
            readUnlessYoungerThan(OLDEST);
        }
        return held;
    }

    public SigningKey current() {
        return ring().current(time.now()).orElseThrow(() -> new IllegalStateException("no signing key is active"));
    }

    /** The key of a token that may be alive. */
    public Optional<SigningKey> find(String kid) {
        var found = ring().find(kid, time.now());
        if (found.isEmpty()) {
            readUnlessYoungerThan(SOONEST);
            found = held.find(kid, time.now());
        }
        return found;
    }

    /** After a rotation on this node. */
    public void replace(KeyRing ring) {
        held = ring;
    }

    private void readUnlessYoungerThan(Duration age) {
        var now = time.now();
        if (tried.isAfter(now.minus(age)) || !reading.tryLock()) {
            return;
        }
        try {
            tried = now;
            held = making.load();
        } finally {
            reading.unlock();
        }
    }

    /** Here everybody waits: without a key there is nothing to go on with. */
    private void makeFirst() {
        reading.lock();
        try {
            if (held.newest().isEmpty()) {
                var now = time.now();
                var kept = making.load();
                held = kept.newest().isPresent() ? kept : making.add(SigningKey.next(1, now), now);
                tried = now;
            }
        } finally {
            reading.unlock();
        }
    }
}
