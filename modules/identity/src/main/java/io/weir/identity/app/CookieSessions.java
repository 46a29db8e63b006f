package io.weir.identity.app;

import io.weir.identity.api.BrowserSessions;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.Fingerprint;
import io.weir.identity.store.SessionRows;
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
    SessionRows sessions;
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

    @Override
    @Transactional
    public void carry(Caller caller, Duration by) {
        sessions.carry(caller.tenant(), SignedIn.session(caller), by);
    }

    private Caller current(String cookie) {
        var shown = Fingerprint.of(cookie);
        var remembered = known.alive(shown).filter(this::isUnexpired);
        if (remembered.isEmpty()) {
            return known.find(shown, () -> reading.cookie(cookie)).caller();
        }
        return known.asOf(epoch.current(), remembered.get().caller(), reading::again);
    }

    /** One that is over is read again, once: it may have been carried along with its tenant's clock. */
    private boolean isUnexpired(Known remembered) {
        var caller = remembered.caller();
        boolean over = caller.credential().expiresAt()
                .filter(end -> !time.now(caller.tenant()).isBefore(end)).isPresent();
        if (over) {
            remembered.die();
        }
        return !over;
    }
}
