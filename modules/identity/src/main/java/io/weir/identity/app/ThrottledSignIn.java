package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.api.SignIn;
import io.weir.identity.domain.Denial;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.SqlEpoch;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Sign-in as a chain of short transactions: no connection is held while a password is hashed or a token signed. */
@ApplicationScoped
@TenantScoped
public class ThrottledSignIn implements SignIn {
    private static final int LONGEST_REFRESH_TOKEN = 200;

    @Inject
    PasswordProof proof;
    @Inject
    SessionOpening opening;
    @Inject
    RefreshRotation rotation;
    @Inject
    AccessTokens accessTokens;
    @Inject
    TokenSettings settings;
    @Inject
    SessionRows sessions;
    @Inject
    SqlEpoch epoch;
    @Inject
    Time time;

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Tokens signIn(TenantId tenant, String email, String password, Device device) {
        var proven = proof.signIn(tenant, email, password, device);
        var opened = opening.forTokens(tenant, proven, device, settings.refreshLife());
        return new Tokens(accessTokens.issue(tenant, opened.user(), opened.session()), opened.secret(),
                settings.accessLife().toSeconds(), opened.user());
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Tokens refresh(TenantId tenant, String refreshToken, Device device) {
        if (refreshToken == null || refreshToken.isEmpty() || refreshToken.length() > LONGEST_REFRESH_TOKEN) {
            throw Denial.tokenInvalid();
        }
        var outcome = rotation.rotate(tenant, refreshToken, device);
        return switch (outcome.verdict()) {
            case REUSED -> throw Denial.refreshTokenReused();
            case EXPIRED -> throw Denial.tokenExpired();
            case INVALID -> throw Denial.tokenInvalid();
            case SUSPENDED -> throw Denial.suspended();
            case ROTATE -> new Tokens(accessTokens.issue(tenant, outcome.user(), outcome.session()), outcome.next(),
                    settings.accessLife().toSeconds(), outcome.user());
        };
    }

    @Override
    @Transactional
    public void signOut(Caller caller) {
        var session = SignedIn.session(caller);
        if (sessions.end(caller.tenant(), session, time.now(caller.tenant()))) {
            epoch.advance();
        }
    }
}
