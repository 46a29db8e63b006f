package io.weir.identity.app;

import io.weir.identity.api.BrowserSessions;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.Fingerprint;
import io.weir.identity.store.SqlEpoch;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;

/** A browser's session is a row named by the hash of its cookie. Known cookies cost one query, for the epoch. */
@ApplicationScoped
@TenantScoped
public class CookieSessions implements BrowserSessions {
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration PASSING = Duration.ofHours(12);
    private static final int LONGEST = 200;

    /** Apart from the tokens': a cookie must never work as a bearer token. */
    private final KnownCredentials known = new KnownCredentials();
    @Inject
    PasswordProof proof;
    @Inject
    SessionOpening opening;
    @Inject
    CredentialReading reading;
    @Inject
    SqlEpoch epoch;
    @Inject
    LastUse lastUse;
    @Inject
    Time time;

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Opened open(TenantId tenant, String email, String password, Device device, boolean remember) {
        var proven = proof.signIn(tenant, email, password, device);
        var opened = opening.forBrowser(tenant, proven, device, remember ? REMEMBERED : PASSING);
        return new Opened(opened.secret(), remember ? REMEMBERED : Duration.ZERO, opened.user());
    }

    @Override
    public Caller recognise(String cookie) {
        if (cookie == null || cookie.isEmpty() || cookie.length() > LONGEST) {
            throw Denial.unauthorized();
        }
        try {
            var caller = current(cookie);
            lastUse.note(caller);
            return caller;
        } catch (RefusedException nobodyAnyMore) {
            throw Denial.unauthorized();
        }
    }

    private Caller current(String cookie) {
        var shown = Fingerprint.of(cookie);
        var remembered = known.alive(shown);
        if (remembered.isEmpty()) {
            return known.find(shown, () -> reading.cookie(cookie)).caller();
        }
        var caller = remembered.get().caller();
        Known.requireUnexpired(caller, time.now());
        return known.asOf(epoch.current(), caller, reading::again);
    }
}
