package io.weir.identity.store;

import io.weir.identity.domain.User;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Database;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Users through the ORM. Whoever changes one locks it first, so that two changes wait instead of failing. */
@ApplicationScoped
@Transactional
@TenantScoped
public class UserRows {
    /** MariaDB's ER_DUP_ENTRY. */
    private static final int DUPLICATE_KEY = 1062;
    private static final String SIGNED_IN = """
            UPDATE identity_user SET last_login_at = :now, password_hash = COALESCE(:rehashed, password_hash)
            WHERE tenant_id = :tenant AND id = :id AND password_hash = :proven AND suspended_at IS NULL""";

    @PersistenceContext(unitName = "identity")
    EntityManager entities;
    @Inject
    Database database;

    /** Refused: {@code EMAIL_TAKEN}, also when somebody else takes it at the same moment. */
    public void add(TenantId tenant, User user) {
        try {
            entities.persist(user);
            entities.flush();
        } catch (PersistenceException e) {
            throw isDuplicate(e) ? Refusal.conflict("EMAIL_TAKEN").asException() : e;
        }
    }

    public Optional<User> find(TenantId tenant, UserId id) {
        return Optional.ofNullable(entities.find(User.class, id.toString()));
    }

    /** Refused: {@code NOT_FOUND}. */
    public User locked(TenantId tenant, UserId id) {
        var user = entities.find(User.class, id.toString(), LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw Refusal.notFound("NOT_FOUND").asException();
        }
        return user;
    }

    /** @param email in its kept form */
    public Optional<User> byEmail(TenantId tenant, String email) {
        return entities.createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", email).getResultList().stream().findFirst();
    }

    public List<User> lockedOfAccount(TenantId tenant, AccountId account) {
        return entities.createQuery("select u from User u where u.accountId = :account order by u.id", User.class)
                .setParameter("account", account.toString()).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** To be called after changes: they are written while the tenant is bound. */
    public void flush(TenantId tenant) {
        entities.flush();
    }

    /**
     * Notes a sign-in, and locks the row until the session is written. False when the password that was proven is no
     * longer the user's, or the user has been suspended meanwhile.
     *
     * @param rehashed what to keep instead of {@code proven}, or null
     */
    public boolean signedIn(TenantId tenant, UserId id, String proven, String rehashed, Instant now) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(SIGNED_IN)
                .bind("now", now).bind("rehashed", rehashed).bind("tenant", tenant).bind("id", id)
                .bind("proven", proven).execute()) == 1;
    }

    private static boolean isDuplicate(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }
}
