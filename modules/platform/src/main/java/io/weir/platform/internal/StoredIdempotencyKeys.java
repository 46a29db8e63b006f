package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.IdempotencyKeys;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import io.weir.platform.internal.IdempotencyClaim.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Each step commits by itself: a claim must be seen by a repeat that arrives while the first request is still at
 * work.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StoredIdempotencyKeys implements IdempotencyKeys {
    private static final int LONGEST_FINGERPRINT = 128;
    @Inject
    private IdempotencyRows rows;
    @Inject
    private Secrets secrets;
    @Inject
    private Time time;

    @Override
    public Optional<StoredAnswer> begin(TenantId tenant, String scope, String key, String fingerprint) {
        if (fingerprint.length() > LONGEST_FINGERPRINT) {
            throw new IllegalArgumentException("a fingerprint is a hash, not " + fingerprint.length() + " characters");
        }
        var wanted = new IdempotencyKey(tenant, scope, key);
        var now = time.now();
        var known = rows.find(wanted);
        if (known.isEmpty()) {
            if (rows.claim(wanted, fingerprint, now)) {
                return Optional.empty();
            }
            known = rows.find(wanted);
        }
        var row = known.orElseThrow(IdempotencyClaim::inUse);
        if (row.claim().verdict(fingerprint, now) == Verdict.REPLAY) {
            return Optional.of(answer(wanted, row));
        }
        if (!rows.takeOver(wanted, row.claim(), fingerprint, now)) {
            throw IdempotencyClaim.inUse();
        }
        return Optional.empty();
    }

    @Override
    public void finish(TenantId tenant, String scope, String key, StoredAnswer answer) {
        var wanted = new IdempotencyKey(tenant, scope, key);
        var body = answer.body() == null ? null
                : secrets.seal(answer.body().getBytes(StandardCharsets.UTF_8), wanted.sealContext());
        rows.finish(wanted, new IdempotencyRows.Row(null, answer.status(), answer.mediaType(), body), time.now());
    }

    @Override
    public void abandon(TenantId tenant, String scope, String key) {
        rows.forget(new IdempotencyKey(tenant, scope, key));
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public int forgetOld() {
        return rows.forgetBefore(time.now().minus(IdempotencyClaim.LIFETIME));
    }

    private StoredAnswer answer(IdempotencyKey key, IdempotencyRows.Row row) {
        var body = row.body() == null ? null
                : new String(secrets.open(row.body(), key.sealContext()), StandardCharsets.UTF_8);
        return new StoredAnswer(row.status(), row.mediaType(), body);
    }
}
