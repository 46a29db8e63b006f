package io.weir.identity.store;

import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Deletes, over all tenants, what nobody can use or ask for any more. A bounded number a time, so that no lock lasts.
 */
@ApplicationScoped
@Transactional
public class DeadRows {
    private static final String OLDEST = " < :before LIMIT 5000";

    @Inject
    Database database;

    /** Sessions whose end, by time or by hand, lies before, with their refresh tokens. */
    public void deleteSessions(Instant before) {
        delete("DELETE FROM identity_session WHERE expires_at" + OLDEST, before);
    }

    /** Refresh tokens that were used or ran out before: too old for their reuse to tell anything. */
    public void deleteRefreshTokens(Instant before) {
        delete("DELETE FROM identity_refresh_token WHERE expires_at" + OLDEST, before);
    }

    public void deleteResetTokens(Instant before) {
        delete("DELETE FROM identity_reset_token WHERE expires_at" + OLDEST, before);
    }

    public void deleteFailures(Instant before) {
        delete("DELETE FROM identity_failed_sign_in WHERE window_start" + OLDEST, before);
    }

    private void delete(String sql, Instant before) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(sql).bind("before", before).execute());
    }
}
