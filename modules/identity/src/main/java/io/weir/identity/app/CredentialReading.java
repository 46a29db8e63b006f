package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Caller.Credential;
import io.weir.identity.domain.AllowedAddresses;
import io.weir.identity.domain.CredentialState;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.KeySecret;
import io.weir.identity.domain.Sha256;
import io.weir.identity.store.CredentialRows;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Verifies credentials against their rows; whatever can be refused without the database is. */
@ApplicationScoped
public class CredentialReading {
    @Inject
    CredentialRows rows;
    @Inject
    AccessTokens tokens;
    @Inject
    Time time;

    public Known bearer(String credential) {
        return KeySecret.isMeantBy(credential) ? key(credential) : token(credential);
    }

    public Known cookie(String cookie) {
        var state = usable(rows.sessionByCookie(Sha256.hex(cookie)));
        return new Known(state.caller(), state.allowed());
    }

    /** The same caller by the row's present state; a token keeps its own end, a key may have got an earlier one. */
    public Caller again(Caller caller) {
        var credential = caller.credential();
        boolean isKey = credential.kind() == Credential.Kind.API_KEY;
        var state = usable(isKey ? rows.key(caller.tenant(), credential.id())
                : rows.session(caller.tenant(), credential.id()));
        return isKey ? state.caller() : state.callerUntil(credential.expiresAt());
    }

    private Known key(String credential) {
        var secret = KeySecret.read(credential).orElseThrow(Denial::tokenInvalid);
        var state = usable(rows.keyByHash(secret.hash()));
        return new Known(state.caller(), state.allowed());
    }

    private Known token(String credential) {
        var token = tokens.verify(credential);
        var state = usable(rows.session(token.tenant(), token.session()));
        if (!state.holder().user().equals(Optional.of(token.user()))) {
            throw Denial.tokenInvalid();
        }
        return new Known(state.callerUntil(Optional.of(token.expiresAt())), AllowedAddresses.ANYWHERE);
    }

    private CredentialState usable(Optional<CredentialState> found) {
        var state = found.orElseThrow(Denial::tokenInvalid);
        state.requireUsable(time.now(state.holder().tenant()));
        return state;
    }
}
