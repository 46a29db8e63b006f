package io.weir.tenancy.app;

import io.weir.identity.api.UserRegistered;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantBinding;
import io.weir.platform.api.Time;
import io.weir.platform.api.Together;
import io.weir.tenancy.api.AccountOpened;
import io.weir.tenancy.domain.AccountEntity;
import io.weir.tenancy.domain.MembershipEntity;
import io.weir.tenancy.domain.MembershipEntity.MemberRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Gives everyone who registers an account of their own, in the registration's transaction: there is no user without
 * one.
 */
@ApplicationScoped
public class AccountOpening {
    @PersistenceContext(unitName = "tenancy")
    private EntityManager entities;
    @Inject
    private Users users;
    @Inject
    private Time time;
    @Inject
    @Together
    private Event<AccountOpened> opened;

    @Transactional(Transactional.TxType.MANDATORY)
    public void on(@Observes @Together UserRegistered registered) {
        TenantBinding.call(registered.tenant(), () -> open(registered));
    }

    private AccountId open(UserRegistered registered) {
        var account = new AccountId(Ids.next());
        var name = registered.companyName().filter(company -> !company.isBlank()).orElse(registered.fullName());
        entities.persist(AccountEntity.open(account, name, registered.user(), registered.email(),
                time.now(registered.tenant())));
        // The membership refers to the account, which the ORM cannot know: no relationship is mapped.
        entities.flush();
        entities.persist(new MembershipEntity(Ids.next(), account, registered.user(), MemberRole.OWNER));
        users.attach(registered.tenant(), registered.user(), account);
        opened.fire(new AccountOpened(registered.tenant(), account));
        return account;
    }
}
