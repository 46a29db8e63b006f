package io.weir.identity.app;

import io.weir.identity.api.SigningKeys;
import io.weir.identity.domain.SigningKey;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keys that each sign for 30 days, are published a day before they do, and until their last token is dead. */
@ApplicationScoped
public class RotatingSigningKeys implements SigningKeys {
    @Inject
    CachedKeyRing cached;
    @Inject
    KeyMaking making;
    @Inject
    Time time;

    @Override
    public String publicKeySet() {
        return cached.ring().publicKeySet(time.now());
    }

    @Override
    public void rotate() {
        var now = time.now();
        var ring = making.load();
        int generation = ring.newest().map(SigningKey::generation).orElse(0) + 1;
        ring.nextActiveFrom(now).ifPresent(from -> making.add(SigningKey.next(generation, from), now));
        making.forgetRetired(now);
        cached.replace(making.load());
    }
}
