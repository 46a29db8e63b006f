package io.weir.tenancy.app;

import io.weir.kernel.api.Refusal;
import io.weir.tenancy.domain.AccountEntity;
import io.weir.tenancy.domain.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives an account its external id, which no other account of the tenant may go by. */
@ApplicationScoped
public class ExternalNaming {
    /** MariaDB's ER_DUP_ENTRY. */
    private static final int DUPLICATE_KEY = 1062;
    private static final String USING = "SELECT COUNT(a) FROM AccountEntity a WHERE a.externalId = :name";
    @PersistenceContext(unitName = "tenancy")
    private EntityManager entities;

    /**
     * Answers whether this changed anything. Refused: {@code EXTERNAL_ID_TAKEN}, also when somebody else takes it at
     * the same moment.
     *
     * @param account locked
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean name(AccountEntity account, Optional<ExternalId> wanted) {
        if (account.toAccount().externalId().equals(wanted.map(ExternalId::value))) {
            return false;
        }
        if (wanted.filter(name -> isId(name, account) || isUsed(name)).isPresent()) {
            throw taken();
        }
        account.nameExternally(wanted);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            throw isDuplicate(e) ? taken() : e;
        }
        return true;
    }

    /** An id would be found first, so this name would never lead to its account. */
    private boolean isId(ExternalId name, AccountEntity own) {
        if (!name.isUuid()) {
            return false;
        }
        var found = entities.find(AccountEntity.class, name.value().toLowerCase(Locale.ROOT));
        return found != null && found != own;
    }

    private boolean isUsed(ExternalId name) {
        return entities.createQuery(USING, Long.class).setParameter("name", name.value()).getSingleResult() > 0;
    }

    private static RuntimeException taken() {
        return Refusal.conflict("EXTERNAL_ID_TAKEN").asException();
    }

    private static boolean isDuplicate(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY);
    }
}
