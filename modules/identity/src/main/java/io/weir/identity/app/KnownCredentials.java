package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.domain.Fingerprint;
import io.weir.kernel.api.RefusedException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The verified credentials of this node, found by what was shown, and again by the caller that it proved. */
final class KnownCredentials {
    private static final int MOST = 10_000;

    private final RecentlyUsed<Fingerprint, Known> byShown = new RecentlyUsed<>(MOST);
    private final RecentlyUsed<Caller.Credential, Known> byProven = new RecentlyUsed<>(MOST);

    /** @param verify reads the credential; what it refuses is not kept */
    Known find(Fingerprint shown, Supplier<Known> verify) {
        return alive(shown).orElseGet(() -> keep(shown, verify.get()));
    }

    Optional<Known> alive(Fingerprint shown) {
        return byShown.get(shown).filter(Known::isAlive);
    }

    /**
     * The caller as of this epoch: itself when nothing was revoked since, otherwise read again, and forgotten when
     * refused.
     */
    Caller asOf(long epoch, Caller caller, UnaryOperator<Caller> readAgain) {
        if (epoch == caller.verifiedAt()) {
            return caller;
        }
        var known = byProven.get(caller.credential());
        try {
            var renewed = readAgain.apply(caller);
            known.ifPresent(entry -> renew(entry, renewed));
            return renewed;
        } catch (RefusedException e) {
            known.ifPresent(Known::die);
            throw e;
        }
    }

    private Known keep(Fingerprint shown, Known known) {
        byShown.put(shown, known);
        byProven.put(known.caller().credential(), known);
        return known;
    }

    private void renew(Known known, Caller renewed) {
        known.renew(renewed);
        byProven.put(renewed.credential(), known);
    }
}
