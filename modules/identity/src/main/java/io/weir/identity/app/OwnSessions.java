package io.weir.identity.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Sessions;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.SessionRows.Living;
import io.weir.identity.store.SqlEpoch;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A user's own sessions; nobody sees or ends another's. */
@Stateless
@TenantScoped
public class OwnSessions implements Sessions {
    @Inject
    SessionRows rows;
    @Inject
    SqlEpoch epoch;
    @Inject
    Time time;

    @Override
    public List<SessionView> of(Caller caller) {
        return rows.living(caller.tenant(), SignedIn.user(caller), time.now(caller.tenant())).stream()
                .map(session -> view(session, caller)).toList();
    }

    @Override
    public void end(Caller caller, UUID session) {
        if (!rows.endOwn(caller.tenant(), SignedIn.user(caller), session, time.now(caller.tenant()))) {
            throw Refusal.notFound("NOT_FOUND").asException();
        }
        epoch.advance();
    }

    private static SessionView view(Living session, Caller caller) {
        return new SessionView(session.id(), session.kind().name().toLowerCase(Locale.ROOT), session.device().address(),
                session.device().userAgent(), session.createdAt(), session.lastUsedAt(), session.expiresAt(),
                session.id().equals(caller.credential().id()));
    }
}
