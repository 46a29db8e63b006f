package io.weir.identity.store;

import io.weir.identity.domain.FailureWindow;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Failure windows by bucket, in the database so that attempts on several nodes add up. */
@ApplicationScoped
@Transactional
public class FailedSignInRows {
    private static final String READ =
            "SELECT window_start, failures FROM identity_failed_sign_in WHERE bucket = :bucket";
    /** Takes the row's lock whether it is new or not. */
    private static final String CLAIM = """
            INSERT INTO identity_failed_sign_in (bucket, window_start, failures) VALUES (:bucket, :now, 0)
            ON DUPLICATE KEY UPDATE failures = failures""";
    private static final String WRITE =
            "UPDATE identity_failed_sign_in SET window_start = :start, failures = :failures WHERE bucket = :bucket";

    @Inject
    Database database;

    public Optional<FailureWindow> find(String bucket) {
        return read(bucket, READ);
    }

    /** Adds one failure, and answers the window with it. */
    public FailureWindow count(String bucket, Instant now) {
        database.inTransaction()
                .useHandle(handle -> handle.createUpdate(CLAIM).bind("bucket", bucket).bind("now", now).execute());
        var counted = read(bucket, READ + " FOR UPDATE").map(window -> window.failedAgain(now))
                .orElse(FailureWindow.first(now));
        database.inTransaction().useHandle(handle -> handle.createUpdate(WRITE).bind("start", counted.start())
                .bind("failures", counted.failures()).bind("bucket", bucket).execute());
        return counted;
    }

    public void clear(String bucket) {
        database.inTransaction().useHandle(handle ->
                handle.execute("DELETE FROM identity_failed_sign_in WHERE bucket = ?", bucket));
    }

    private Optional<FailureWindow> read(String bucket, String sql) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(sql).bind("bucket", bucket)
                .map((row, context) -> new FailureWindow(Columns.instant(row, "window_start"), row.getInt("failures")))
                .findOne());
    }
}
