package io.weir.identity.app;

import io.weir.identity.api.CredentialUpkeep;
import io.weir.identity.store.DeadRows;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Each kind goes in a transaction of its own, long enough after its end that nothing can still refer to it. */
@ApplicationScoped
public class PrunedCredentials implements CredentialUpkeep {
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);
    private static final Duration TOKENS_KEPT = Duration.ofDays(1);
    private static final Duration FAILURES_KEPT = Duration.ofMinutes(10);

    @Inject
    DeadRows rows;
    @Inject
    Time time;

    @Override
    public void forgetTheDead() {
        var now = time.now();
        rows.deleteRefreshTokens(now.minus(TOKENS_KEPT));
        rows.deleteResetTokens(now.minus(TOKENS_KEPT));
        rows.deleteSessions(now.minus(SESSIONS_KEPT));
        rows.deleteFailures(now.minus(FAILURES_KEPT));
    }
}
