package io.weir.billing.store;

import io.weir.billing.domain.CustomerBook;
import io.weir.billing.domain.StoredCustomer;
import io.weir.kernel.api.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Buyers through the ORM. */
@ApplicationScoped
public class JpaCustomerBook implements CustomerBook {
    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public Optional<StoredCustomer> find(AccountId account) {
        return Optional.ofNullable(entities.find(StoredCustomer.class, account.toString()));
    }

    @Override
    public List<StoredCustomer> find(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of() : entities.createQuery("SELECT c FROM StoredCustomer c"
                        + " WHERE c.id IN :accounts", StoredCustomer.class)
                .setParameter("accounts", accounts.stream().map(AccountId::toString).toList()).getResultList();
    }

    @Override
    public void add(StoredCustomer customer) {
        entities.persist(customer);
    }
}
