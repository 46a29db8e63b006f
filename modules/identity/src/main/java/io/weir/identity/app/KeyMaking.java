package io.weir.identity.app;

import io.weir.identity.domain.KeyRing;
import io.weir.identity.domain.SigningKey;
import io.weir.identity.store.SigningKeyRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads and adds signing keys in transactions of its own: a key that signs must be there for every node, whatever its
 * caller does.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeyMaking {
    /** What clocks of nodes may differ, and a token be on its way. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    @Inject
    SigningKeyRows rows;
    @Inject
    TokenSettings settings;

    public KeyRing load() {
        return rows.all();
    }

    /** The ring with {@code next}, or with the key of that generation that another node was faster to make. */
    public KeyRing add(SigningKey next, Instant now) {
        rows.add(next, now);
        var newest = rows.all().newest().orElse(next);
        rows.retireBefore(newest.generation(), newest.activeFrom().plus(settings.accessLife()).plus(SLACK));
        return rows.all();
    }

    public void forgetRetired(Instant now) {
        rows.forgetRetired(now);
    }
}
