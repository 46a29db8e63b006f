package io.weir.identity.store;

import io.weir.identity.api.Caller.Credential;
import io.weir.identity.api.Role;
import io.weir.identity.domain.AllowedAddresses;
import io.weir.identity.domain.CredentialState;
import io.weir.identity.domain.CredentialState.Holder;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * The present state of sessions and keys. Each look-up is one statement and therefore one snapshot: a revocation that
 * it does not see yet has an epoch greater than the one it answers. Keys and cookies are found by hash, before any
 * tenant is known.
 */
@ApplicationScoped
public class CredentialRows {
    private static final String SESSION = """
            SELECT e.epoch, s.tenant_id, s.id, s.user_id, u.account_id, u.role,
                   s.expires_at, s.revoked_at, u.suspended_at
            FROM identity_epoch e
            JOIN identity_session s ON %s
            JOIN identity_user u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
            WHERE e.id = 1""";
    private static final String SESSION_BY_ID = SESSION.formatted("s.tenant_id = :tenant AND s.id = :id");
    private static final String SESSION_BY_COOKIE = SESSION.formatted("s.cookie_hash = :hash");
    private static final String KEY = """
            SELECT e.epoch, k.tenant_id, k.id, k.user_id, k.account_id, k.role,
                   k.expires_at, k.revoked_at, u.suspended_at, k.allowed_cidrs, k.requests_per_minute
            FROM identity_epoch e
            JOIN identity_api_key k ON %s
            LEFT JOIN identity_user u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
            WHERE e.id = 1""";
    private static final String KEY_BY_ID = KEY.formatted("k.tenant_id = :tenant AND k.id = :id");
    private static final String KEY_BY_HASH = KEY.formatted("k.secret_hash = :hash");

    @Inject
    Database database;

    public Optional<CredentialState> session(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle ->
                session(handle.createQuery(SESSION_BY_ID).bind("tenant", tenant).bind("id", id)));
    }

    public Optional<CredentialState> sessionByCookie(String hash) {
        return database.inTransaction()
                .withHandle(handle -> session(handle.createQuery(SESSION_BY_COOKIE).bind("hash", hash)));
    }

    public Optional<CredentialState> key(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle ->
                key(handle.createQuery(KEY_BY_ID).bind("tenant", tenant).bind("id", id)));
    }

    public Optional<CredentialState> keyByHash(String hash) {
        return database.inTransaction().withHandle(handle -> key(handle.createQuery(KEY_BY_HASH).bind("hash", hash)));
    }

    private static Optional<CredentialState> session(Query query) {
        return query.map((row, context) ->
                state(row, credential(row, Credential.Kind.SESSION, 0), AllowedAddresses.ANYWHERE)).findOne();
    }

    private static Optional<CredentialState> key(Query query) {
        return query.map((row, context) ->
                // SQL NULL is read as 0, which means the same: no limit of its own.
                state(row, credential(row, Credential.Kind.API_KEY, row.getInt("requests_per_minute")),
                        AllowedAddresses.kept(row.getString("allowed_cidrs")))).findOne();
    }

    private static Credential credential(ResultSet row, Credential.Kind kind, int perMinute) throws SQLException {
        return new Credential(kind, Columns.uuid(row, "id"), Columns.optionalInstant(row, "expires_at"), perMinute);
    }

    private static CredentialState state(ResultSet row, Credential credential, AllowedAddresses allowed)
            throws SQLException {
        var holder = new Holder(new TenantId(Columns.uuid(row, "tenant_id")),
                Columns.optionalUuid(row, "user_id").map(UserId::new),
                Columns.optionalUuid(row, "account_id").map(AccountId::new), Role.valueOf(row.getString("role")));
        return new CredentialState(row.getLong("epoch"), holder, credential,
                Columns.optionalInstant(row, "revoked_at").isPresent(),
                Columns.optionalInstant(row, "suspended_at").isPresent(), allowed);
    }
}
