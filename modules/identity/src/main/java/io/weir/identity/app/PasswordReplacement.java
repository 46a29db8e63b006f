package io.weir.identity.app;

import io.weir.identity.domain.ResetToken;
import io.weir.identity.domain.Sha256;
import io.weir.identity.domain.User;
import io.weir.identity.store.ResetTokenRows;
import io.weir.identity.store.SessionRows;
import io.weir.identity.store.SqlEpoch;
import io.weir.identity.store.UserRows;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Puts a new password in place and ends what the old one opened: sessions and reset links, in one transaction. */
@ApplicationScoped
@Transactional
@TenantScoped
public class PasswordReplacement {
    @Inject
    UserRows users;
    @Inject
    SessionRows sessions;
    @Inject
    ResetTokenRows resetTokens;
    @Inject
    SqlEpoch epoch;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    /** By its owner, whose own session goes on. Refused when {@code proven} is not the kept hash any more. */
    public void change(TenantId tenant, UserId user, String proven, String hash, UUID ownSession) {
        var person = users.locked(tenant, user);
        if (!person.passwordHash().equals(proven)) {
            throw Refusal.invalid("WRONG_PASSWORD").asException();
        }
        replace(tenant, person, hash, Optional.of(ownSession));
        audit.record(tenant, "password.changed", "user/" + user, null, null);
    }

    /** Whom a token that is still good lets choose a password. */
    public User bearerOf(TenantId tenant, String token) {
        var found = resetTokens.find(tenant, Sha256.hex(token));
        found.requireUsable(time.now(tenant));
        return users.find(tenant, found.user()).orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException());
    }

    public void reset(TenantId tenant, String token, String hash) {
        var redeemed = resetTokens.locked(tenant, Sha256.hex(token));
        redeemed.redeem(time.now(tenant));
        replace(tenant, users.locked(tenant, redeemed.user()), hash, Optional.empty());
        audit.record(tenant, "password.reset", "user/" + redeemed.user(), null, null);
    }

    private void replace(TenantId tenant, User person, String hash, Optional<UUID> keptSession) {
        var now = time.now(tenant);
        person.passwordBecomes(hash);
        resetTokens.madeSince(tenant, person.id(), now.minus(ResetToken.LIFE)).forEach(token -> token.lapse(now));
        users.flush(tenant);
        sessions.endAll(tenant, person.id(), keptSession, now);
        epoch.advance();
    }
}
