package io.weir.identity.app;

import io.weir.identity.api.UserProfile;
import io.weir.identity.domain.AccessToken;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Signs and verifies access tokens with this installation's keys and issuer, and the clock of the token's tenant.
 */
@ApplicationScoped
public class AccessTokens {
    @Inject
    CachedKeyRing ring;
    @Inject
    TokenSettings settings;
    @Inject
    Time time;

    public String issue(TenantId tenant, UserProfile profile, UUID session) {
        var now = time.now(tenant);
        var token = new AccessToken(tenant, profile.id(), session, now.plus(settings.accessLife()));
        return token.sign(profile, settings.issuer(), ring.current(), now);
    }

    public AccessToken verify(String text) {
        return AccessToken.verify(text, ring::find, settings.issuer(), time::now);
    }
}
