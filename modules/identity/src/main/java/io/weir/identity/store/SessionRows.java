package io.weir.identity.store;

import io.weir.identity.api.Device;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sessions in SQL: every change is conditional on the state it leaves, so two nodes cannot both make it. */
@ApplicationScoped
@Transactional
public class SessionRows {
    private static final int LONGEST_ADDRESS = 64;
    private static final String ADD = """
            INSERT INTO identity_session (tenant_id, id, user_id, kind, address, user_agent, created_at, last_used_at,
                                          expires_at, cookie_hash)
            VALUES (:tenant, :id, :user, :kind, :address, :agent, :now, :now, :until, :cookie)""";
    private static final String RENEW = """
            UPDATE identity_session
            SET last_used_at = :now, expires_at = :until, address = :address, user_agent = :agent
            WHERE tenant_id = :tenant AND id = :id AND revoked_at IS NULL AND family_ended_at IS NULL""";
    private static final String LIVING = """
            SELECT id, kind, address, user_agent, created_at, last_used_at, expires_at FROM identity_session
            WHERE tenant_id = :tenant AND user_id = :user AND revoked_at IS NULL AND expires_at > :now
            ORDER BY created_at DESC, id DESC LIMIT 100""";
    private static final String END = """
            UPDATE identity_session SET revoked_at = :now
            WHERE tenant_id = :tenant AND id = :id AND revoked_at IS NULL""";
    private static final String END_FAMILY = """
            UPDATE identity_session SET family_ended_at = :now
            WHERE tenant_id = :tenant AND id = :id AND family_ended_at IS NULL""";
    private static final String END_OWN = END + " AND user_id = :user";
    private static final String END_ALL = """
            UPDATE identity_session SET revoked_at = :now
            WHERE tenant_id = :tenant AND user_id = :user AND id <> :kept
              AND revoked_at IS NULL AND expires_at > :now""";
    private static final String CARRY = """
            UPDATE identity_session SET expires_at = expires_at + INTERVAL :micros MICROSECOND
            WHERE tenant_id = :tenant AND id = :id AND kind = 'BROWSER'""";
    private static final String TOUCH = """
            UPDATE identity_session SET last_used_at = :now
            WHERE tenant_id = :tenant AND id = :id AND last_used_at < :now""";
    /** No session has it. */
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    Database database;

    /** The two kinds: a family of tokens, or a browser with a cookie. */
    public enum Kind { API, BROWSER }

    /** A session to be kept. */
    public record NewSession(UUID id, UserId user, Kind kind, Device device, Instant now, Instant until,
            Optional<String> cookieHash) {
    }

    /** A living session as its owner may see it. */
    public record Living(UUID id, Kind kind, Device device, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {
    }

    public void add(TenantId tenant, NewSession session) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(ADD)
                .bind("tenant", tenant).bind("id", session.id()).bind("user", session.user())
                .bind("kind", session.kind().name()).bind("address", address(session.device()))
                .bind("agent", session.device().userAgent()).bind("now", session.now()).bind("until", session.until())
                .bind("cookie", session.cookieHash().orElse(null)).execute());
    }

    /** Answers whether it was still there to be renewed. */
    public boolean renew(TenantId tenant, UUID session, Device device, Instant now, Instant until) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(RENEW)
                .bind("tenant", tenant).bind("id", session).bind("now", now).bind("until", until)
                .bind("address", address(device)).bind("agent", device.userAgent()).execute()) == 1;
    }

    public List<Living> living(TenantId tenant, UserId user, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(LIVING)
                .bind("tenant", tenant).bind("user", user).bind("now", now)
                .map((row, context) -> living(row)).list());
    }

    /** Answers whether it ended by this. */
    /** No refresh token of this session works any more; what was issued with them lives its few minutes out. */
    public void endFamily(TenantId tenant, UUID session, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(END_FAMILY)
                .bind("tenant", tenant).bind("id", session).bind("now", now).execute());
    }

    public boolean end(TenantId tenant, UUID session, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(END)
                .bind("tenant", tenant).bind("id", session).bind("now", now).execute()) == 1;
    }

    /** Answers whether the user had such a session, and it ended by this. */
    public boolean endOwn(TenantId tenant, UserId user, UUID session, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(END_OWN)
                .bind("tenant", tenant).bind("id", session).bind("user", user)
                .bind("now", now).execute()) == 1;
    }

    /** Ends the user's sessions, except {@code kept} when it is given. */
    public void endAll(TenantId tenant, UserId user, Optional<UUID> kept, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(END_ALL)
                .bind("tenant", tenant).bind("user", user).bind("kept", kept.orElse(NONE))
                .bind("now", now).execute());
    }

    /** A browser's end is so much later. */
    public void carry(TenantId tenant, UUID session, Duration by) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(CARRY)
                .bind("tenant", tenant).bind("id", session).bind("micros", by.toMillis() * 1000).execute());
    }

    public void touch(TenantId tenant, UUID session, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(TOUCH)
                .bind("tenant", tenant).bind("id", session).bind("now", now).execute());
    }

    private static Living living(ResultSet row) throws SQLException {
        return new Living(Columns.uuid(row, "id"), Kind.valueOf(row.getString("kind")),
                new Device(row.getString("address"), row.getString("user_agent")), Columns.instant(row, "created_at"),
                Columns.instant(row, "last_used_at"), Columns.instant(row, "expires_at"));
    }

    private static String address(Device device) {
        return device.address().substring(0, Math.min(LONGEST_ADDRESS, device.address().length()));
    }
}
