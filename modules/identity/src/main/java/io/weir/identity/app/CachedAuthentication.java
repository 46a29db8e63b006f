package io.weir.identity.app;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.Fingerprint;
import io.weir.identity.store.SqlEpoch;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Verifies once and remembers; a remembered caller costs one SHA-256, and {@link #fresh} one query more. */
@ApplicationScoped
public class CachedAuthentication implements Authentication {
    private static final int LONGEST = 8192;

    private final KnownCredentials known = new KnownCredentials();
    @Inject
    CredentialReading reading;
    @Inject
    SqlEpoch epoch;
    @Inject
    LastUse lastUse;
    @Inject
    Time time;

    @Override
    public Caller recognise(String credential, Device device) {
        if (credential == null || credential.isEmpty() || credential.length() > LONGEST) {
            throw Denial.tokenInvalid();
        }
        var found = known.find(Fingerprint.of(credential), () -> reading.bearer(credential));
        var caller = found.callerAt(time.now(found.caller().tenant()), device.address());
        if (caller.keyId().isPresent()) {
            lastUse.note(caller);
        }
        return caller;
    }

    @Override
    public Caller fresh(Caller caller) {
        Known.requireUnexpired(caller, time.now(caller.tenant()));
        return known.asOf(epoch.current(), caller, reading::again);
    }
}
