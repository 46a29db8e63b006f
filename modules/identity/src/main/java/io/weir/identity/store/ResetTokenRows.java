package io.weir.identity.store;

import io.weir.identity.domain.ResetToken;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Reset tokens through the ORM, found by hash within their tenant. */
@ApplicationScoped
@Transactional
@TenantScoped
public class ResetTokenRows {
    private static final String MADE_SINCE =
            "select t from ResetToken t where t.userId = :user and t.createdAt > :since";

    @PersistenceContext(unitName = "identity")
    EntityManager entities;

    public void add(TenantId tenant, ResetToken token) {
        entities.persist(token);
        entities.flush();
    }

    /** Refused: {@code RESET_TOKEN_INVALID}. */
    public ResetToken find(TenantId tenant, String hash) {
        return only(byHash(hash));
    }

    public ResetToken locked(TenantId tenant, String hash) {
        return only(byHash(hash).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /** The user's tokens made since, used ones included. */
    public List<ResetToken> madeSince(TenantId tenant, UserId user, Instant since) {
        return entities.createQuery(MADE_SINCE, ResetToken.class)
                .setParameter("user", user.toString()).setParameter("since", since).getResultList();
    }

    public void flush(TenantId tenant) {
        entities.flush();
    }

    private TypedQuery<ResetToken> byHash(String hash) {
        return entities.createQuery("select t from ResetToken t where t.tokenHash = :hash", ResetToken.class)
                .setParameter("hash", hash);
    }

    private static ResetToken only(TypedQuery<ResetToken> query) {
        return query.getResultList().stream().findFirst()
                .orElseThrow(() -> Refusal.invalid("RESET_TOKEN_INVALID").asException());
    }
}
