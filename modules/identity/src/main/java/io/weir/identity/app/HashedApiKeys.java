package io.weir.identity.app;

import io.weir.identity.api.ApiKeys;
import io.weir.identity.api.Caller;
import io.weir.identity.domain.IssuedKey;
import io.weir.identity.domain.KeySecret;
import io.weir.identity.domain.KeyTerms;
import io.weir.identity.store.KeyRows;
import io.weir.identity.store.SqlEpoch;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keys of which only the hash is kept. People who signed in make and end them; a key cannot make another. */
@ApplicationScoped
@Transactional
@TenantScoped
public class HashedApiKeys implements ApiKeys {
    private static final int MOST = 100;
    private static final Duration REVOKED_SHOWN_FOR = Duration.ofDays(30);
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    @Inject
    KeyRows rows;
    @Inject
    UserRows users;
    @Inject
    SqlEpoch epoch;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    @Override
    public Issued create(Caller caller, NewKey key) {
        var user = SignedIn.user(caller);
        var account = caller.requireAccount();
        var now = time.now(caller.tenant());
        var terms = KeyTerms.of(key, now);
        // The lock lets one person's requests count one after the other.
        users.locked(caller.tenant(), user);
        if (rows.living(caller.tenant(), account, now) >= MOST) {
            throw Refusal.conflict("TOO_MANY_KEYS", MOST).asException();
        }
        var secret = KeySecret.next();
        return keep(caller.tenant(), "key.created", new IssuedKey(account, user, terms, secret, now), secret);
    }

    @Override
    public List<ApiKey> of(TenantId tenant, AccountId account) {
        var now = time.now(tenant);
        return rows.of(tenant, account, now.minus(REVOKED_SHOWN_FOR)).stream().map(key -> key.view(now)).toList();
    }

    @Override
    public void revoke(Caller caller, UUID key) {
        SignedIn.user(caller);
        var found = rows.locked(caller.tenant(), caller.requireAccount(), key);
        boolean worked = found.revoke(time.now(caller.tenant()));
        rows.flush(caller.tenant());
        if (worked) {
            audit.record(caller.tenant(), "key.revoked", "key/" + key, null, null);
            epoch.advance();
        }
    }

    @Override
    public Issued rotate(Caller caller, UUID key, Duration grace) {
        var user = SignedIn.user(caller);
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw Refusal.invalidField("graceSeconds", "OUT_OF_RANGE").asException();
        }
        var now = time.now(caller.tenant());
        var secret = KeySecret.next();
        var old = rows.locked(caller.tenant(), caller.requireAccount(), key);
        var issued = keep(caller.tenant(), "key.rotated", old.replace(user, secret, grace, now), secret);
        epoch.advance();
        return issued;
    }

    private Issued keep(TenantId tenant, String action, IssuedKey key, KeySecret secret) {
        rows.add(tenant, key);
        var view = key.view(time.now(tenant));
        audit.record(tenant, action, "key/" + view.id(), null, view);
        return new Issued(view, secret.value());
    }
}
