package io.weir.identity.app;

import io.weir.identity.api.Device;
import io.weir.identity.api.UserProfile;
import io.weir.identity.app.PasswordProof.Proven;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.RandomSecret;
import io.weir.identity.domain.Sha256;
import io.weir.identity.store.RefreshTokenRows;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.SessionRows.Kind;
import io.weir.identity.store.SessionRows.NewSession;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a session for who has proven a password, in one transaction that first locks the user: a password changed
 * meanwhile wins.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class SessionOpening {
    @Inject
    UserRows users;
    @Inject
    SessionRows sessions;
    @Inject
    RefreshTokenRows refreshTokens;
    @Inject
    Time time;

    /** {@code secret} is the refresh token or the cookie. */
    public record Opened(UUID session, String secret, UserProfile user) {
    }

    /** A family of tokens. */
    public Opened forTokens(TenantId tenant, Proven proven, Device device, Duration life) {
        var now = time.now(tenant);
        var opened = open(tenant, proven, now);
        sessions.add(tenant, new NewSession(opened.session(), proven.user(), Kind.API, device, now, now.plus(life),
                Optional.empty()));
        refreshTokens.add(tenant, opened.session(), Sha256.hex(opened.secret()), now, now.plus(life));
        return opened;
    }

    /** A browser with its cookie. */
    public Opened forBrowser(TenantId tenant, Proven proven, Device device, Duration life) {
        var now = time.now(tenant);
        var opened = open(tenant, proven, now);
        sessions.add(tenant, new NewSession(opened.session(), proven.user(), Kind.BROWSER, device, now, now.plus(life),
                Optional.of(Sha256.hex(opened.secret()))));
        return opened;
    }

    private Opened open(TenantId tenant, Proven proven, Instant now) {
        if (!users.signedIn(tenant, proven.user(), proven.hash(), proven.rehashed(), now)) {
            throw Denial.invalidCredentials();
        }
        var user = users.find(tenant, proven.user()).orElseThrow(Denial::invalidCredentials);
        return new Opened(Ids.next(), RandomSecret.next(), user.profile());
    }
}
