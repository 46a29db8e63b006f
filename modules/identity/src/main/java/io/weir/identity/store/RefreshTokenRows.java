package io.weir.identity.store;

import io.weir.identity.domain.RefreshToken;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens by their hash, which means nothing at another tenant. */
@ApplicationScoped
@Transactional
public class RefreshTokenRows {
    private static final String ADD = """
            INSERT INTO identity_refresh_token (tenant_id, id, session_id, token_hash, issued_at, expires_at)
            VALUES (:tenant, :id, :session, :hash, :now, :until)""";
    private static final String CLAIM = """
            UPDATE identity_refresh_token SET used_at = :now
            WHERE tenant_id = :tenant AND token_hash = :hash AND used_at IS NULL""";
    private static final String FIND = """
            SELECT r.session_id, r.expires_at, s.user_id,
                   COALESCE(s.revoked_at, s.family_ended_at) AS ended_at, u.suspended_at
            FROM identity_refresh_token r
            JOIN identity_session s ON s.tenant_id = r.tenant_id AND s.id = r.session_id
            JOIN identity_user u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
            WHERE r.tenant_id = :tenant AND r.token_hash = :hash""";

    @Inject
    Database database;

    public void add(TenantId tenant, UUID session, String hash, Instant now, Instant until) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(ADD)
                .bind("tenant", tenant).bind("id", Ids.next()).bind("session", session)
                .bind("hash", hash).bind("now", now).bind("until", until).execute());
    }

    /** Marks it used; true for exactly one of any number of callers. */
    public boolean claim(TenantId tenant, String hash, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(CLAIM)
                .bind("tenant", tenant).bind("hash", hash).bind("now", now).execute()) == 1;
    }

    public Optional<RefreshToken> find(TenantId tenant, String hash) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(FIND)
                .bind("tenant", tenant).bind("hash", hash).map((row, context) -> token(row)).findOne());
    }

    private static RefreshToken token(ResultSet row) throws SQLException {
        return new RefreshToken(Columns.uuid(row, "session_id"), new UserId(Columns.uuid(row, "user_id")),
                Columns.instant(row, "expires_at"), Columns.optionalInstant(row, "ended_at").isPresent(),
                Columns.optionalInstant(row, "suspended_at").isPresent());
    }
}
