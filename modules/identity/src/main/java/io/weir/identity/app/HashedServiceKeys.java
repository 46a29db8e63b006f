package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.ServiceKeys;
import io.weir.identity.domain.IssuedKey;
import io.weir.identity.domain.KeySecret;
import io.weir.identity.domain.KeyTerms;
import io.weir.identity.store.KeyRows;
import io.weir.identity.store.SqlEpoch;
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

/** Keys of services of which only the hash is kept, in one table with those of customers. */
@ApplicationScoped
@Transactional
@TenantScoped
public class HashedServiceKeys implements ServiceKeys {
    private static final int MOST = 100;
    private static final Duration REVOKED_SHOWN_FOR = Duration.ofDays(30);

    @Inject
    KeyRows rows;
    @Inject
    SqlEpoch epoch;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    @Override
    public Issued create(Caller administrator, NewServiceKey key) {
        SignedIn.administrator(administrator);
        var tenant = administrator.tenant();
        var now = time.now(tenant);
        var terms = KeyTerms.of(key, now);
        epoch.hold();
        if (rows.livingOfServices(tenant, now) >= MOST) {
            throw Refusal.conflict("TOO_MANY_SERVICE_KEYS", MOST).asException();
        }
        var secret = KeySecret.next();
        var issued = IssuedKey.ofService(terms, secret, now);
        rows.add(tenant, issued);
        var view = issued.serviceView(now);
        audit.record(tenant, "service-key.created", "key/" + view.id(), null, view);
        return new Issued(view, secret.value());
    }

    @Override
    public List<ServiceKey> of(TenantId tenant) {
        var now = time.now(tenant);
        return rows.ofServices(tenant, now.minus(REVOKED_SHOWN_FOR)).stream().map(key -> key.serviceView(now)).toList();
    }

    @Override
    public void revoke(Caller administrator, UUID key) {
        SignedIn.administrator(administrator);
        var tenant = administrator.tenant();
        boolean worked = rows.lockedOfService(tenant, key).revoke(time.now(tenant));
        rows.flush(tenant);
        if (worked) {
            audit.record(tenant, "service-key.revoked", "key/" + key, null, null);
            epoch.advance();
        }
    }
}
