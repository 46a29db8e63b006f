package io.weir.identity.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When a tenant's API keys run out. */
@ApplicationScoped
@Transactional
public class KeyEnds {
    private static final int MOST = 1000;

    @Inject
    Database database;

    /** A key, and whose it is unless it is a service's. */
    public record Ended(UUID key, Optional<AccountId> account) {
    }

    public Optional<Instant> next(TenantId tenant, Instant after) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT expires_at FROM identity_api_key
                WHERE tenant_id = :tenant AND revoked_at IS NULL AND expires_at > :after
                ORDER BY expires_at LIMIT 1""")
                .bind("tenant", tenant).bind("after", after).mapTo(Instant.class).findOne());
    }

    public List<Ended> at(TenantId tenant, Instant moment) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT id, account_id FROM identity_api_key
                WHERE tenant_id = :tenant AND revoked_at IS NULL AND expires_at = :moment ORDER BY id LIMIT :most""")
                .bind("tenant", tenant).bind("moment", moment).bind("most", MOST)
                .map((row, context) -> ended(row)).list());
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(Columns.uuid(row, "id"), Columns.optionalUuid(row, "account_id").map(AccountId::new));
    }
}
