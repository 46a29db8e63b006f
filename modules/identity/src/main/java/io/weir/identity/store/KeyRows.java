package io.weir.identity.store;

import io.weir.identity.api.Role;
import io.weir.identity.domain.IssuedKey;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** API keys through the ORM, for their owners; {@link CredentialRows} reads them for callers. */
@ApplicationScoped
@Transactional
@TenantScoped
public class KeyRows {
    private static final int LONGEST_LIST = 1_000;
    private static final String LIVING = """
            select count(k) from IssuedKey k
            where k.accountId = :account and k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)""";
    private static final String OF_ACCOUNT = """
            select k from IssuedKey k where k.accountId = :account and (k.revokedAt is null or k.revokedAt > :since)
            order by k.createdAt desc, k.id desc""";
    private static final String LIVING_OF_SERVICES = """
            select count(k) from IssuedKey k
            where k.role = :role and k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)""";
    private static final String OF_SERVICES = """
            select k from IssuedKey k where k.role = :role and (k.revokedAt is null or k.revokedAt > :since)
            order by k.createdAt desc, k.id desc""";
    private static final String TOUCH = """
            UPDATE identity_api_key SET last_used_at = :now
            WHERE tenant_id = :tenant AND id = :id AND (last_used_at IS NULL OR last_used_at < :now)""";

    @PersistenceContext(unitName = "identity")
    EntityManager entities;
    @Inject
    Database database;

    public void add(TenantId tenant, IssuedKey key) {
        entities.persist(key);
        entities.flush();
    }

    /** Refused: {@code NOT_FOUND}, also for another account's. */
    public IssuedKey locked(TenantId tenant, AccountId account, UUID id) {
        var key = entities.find(IssuedKey.class, id.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (key == null || !key.belongsTo(account)) {
            throw Refusal.notFound("NOT_FOUND").asException();
        }
        return key;
    }

    public long living(TenantId tenant, AccountId account, Instant now) {
        return entities.createQuery(LIVING, Long.class).setParameter("account", account.toString())
                .setParameter("now", now).getSingleResult();
    }

    /** Newest first; those revoked before {@code since} are left out. */
    public List<IssuedKey> of(TenantId tenant, AccountId account, Instant since) {
        return entities.createQuery(OF_ACCOUNT, IssuedKey.class).setParameter("account", account.toString())
                .setParameter("since", since).setMaxResults(LONGEST_LIST).getResultList();
    }

    /** Refused: {@code NOT_FOUND}, also for a customer's. */
    public IssuedKey lockedOfService(TenantId tenant, UUID id) {
        var key = entities.find(IssuedKey.class, id.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (key == null || !key.isOfService()) {
            throw Refusal.notFound("NOT_FOUND").asException();
        }
        return key;
    }

    public long livingOfServices(TenantId tenant, Instant now) {
        return entities.createQuery(LIVING_OF_SERVICES, Long.class).setParameter("role", Role.SERVICE)
                .setParameter("now", now).getSingleResult();
    }

    /** As {@link #of}, of the tenant's services. */
    public List<IssuedKey> ofServices(TenantId tenant, Instant since) {
        return entities.createQuery(OF_SERVICES, IssuedKey.class).setParameter("role", Role.SERVICE)
                .setParameter("since", since).setMaxResults(LONGEST_LIST).getResultList();
    }

    public void flush(TenantId tenant) {
        entities.flush();
    }

    public void touch(TenantId tenant, UUID key, Instant now) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(TOUCH)
                .bind("tenant", tenant).bind("id", key).bind("now", now).execute());
    }
}
