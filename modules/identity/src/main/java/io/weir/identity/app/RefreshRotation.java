package io.weir.identity.app;

import io.weir.identity.api.Device;
import io.weir.identity.api.UserProfile;
import io.weir.identity.domain.RandomSecret;
import io.weir.identity.domain.RefreshToken;
import io.weir.identity.domain.RefreshToken.Verdict;
import io.weir.identity.domain.Sha256;
import io.weir.identity.store.RefreshTokenRows;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/**
 * Turns a refresh token into the next one. Answers instead of throwing, in a transaction of its own: the end of a
 * family whose token was used twice must be committed although the call is refused.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
@TenantScoped
public class RefreshRotation {
    @Inject
    RefreshTokenRows tokens;
    @Inject
    SessionRows sessions;
    @Inject
    UserRows users;
    @Inject
    TokenSettings settings;
    @Inject
    Time time;

    /** Session, next token and user are null unless the verdict is to rotate. */
    public record Outcome(Verdict verdict, UUID session, String next, UserProfile user) {
        static Outcome refused(Verdict verdict) {
            return new Outcome(verdict, null, null, null);
        }
    }

    public Outcome rotate(TenantId tenant, String shown, Device device) {
        var now = time.now(tenant);
        var hash = Sha256.hex(shown);
        boolean firstUse = tokens.claim(tenant, hash, now);
        var token = tokens.find(tenant, hash);
        if (token.isEmpty()) {
            return Outcome.refused(Verdict.INVALID);
        }
        var verdict = token.get().verdict(firstUse, now);
        if (verdict == Verdict.REUSED) {
            sessions.endFamily(tenant, token.get().session(), now);
        }
        return verdict == Verdict.ROTATE ? next(tenant, token.get(), device) : Outcome.refused(verdict);
    }

    private Outcome next(TenantId tenant, RefreshToken token, Device device) {
        var now = time.now(tenant);
        var until = now.plus(settings.refreshLife());
        if (!sessions.renew(tenant, token.session(), device, now, until)) {
            return Outcome.refused(Verdict.INVALID);
        }
        var secret = RandomSecret.next();
        tokens.add(tenant, token.session(), Sha256.hex(secret), now, until);
        var user = users.find(tenant, token.user()).orElseThrow();
        return new Outcome(Verdict.ROTATE, token.session(), secret, user.profile());
    }
}
