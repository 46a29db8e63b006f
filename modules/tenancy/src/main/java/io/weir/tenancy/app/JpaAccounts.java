package io.weir.tenancy.app;

import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.PageOf;
import io.weir.platform.api.RequestContext;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.domain.AccountEntity;
import io.weir.tenancy.domain.ExternalId;
import io.weir.tenancy.domain.LikePattern;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Accounts as rows that the ORM keeps apart by tenant. */
@Stateless
@TenantScoped
public class JpaAccounts implements Accounts {
    private static final int LONGEST_REASON = 500;
    private static final String MATCHING = " WHERE a.name LIKE :pattern ESCAPE '" + LikePattern.ESCAPE
            + "' OR a.email LIKE :pattern ESCAPE '" + LikePattern.ESCAPE
            // Upper and lower case differ in an external id, but not for who searches.
            + "' OR LOWER(a.externalId) LIKE :lower ESCAPE '" + LikePattern.ESCAPE + "'";
    @PersistenceContext(unitName = "tenancy")
    private EntityManager entities;
    @Inject
    private Users users;
    @Inject
    private ExternalNaming naming;
    @Inject
    private AccountChanges changes;
    @Inject
    private RecentAccounts recent;
    @Inject
    private AuditLog audit;
    @Inject
    private Time time;

    @Override
    public Account account(TenantId tenant, AccountId account) {
        return found(account, LockModeType.NONE).toAccount();
    }

    @Override
    public List<Account> accounts(TenantId tenant, Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of()
                : entities.createQuery("SELECT a FROM AccountEntity a WHERE a.id IN :ids", AccountEntity.class)
                        .setParameter("ids", accounts.stream().map(AccountId::toString).toList()).getResultStream()
                        .map(AccountEntity::toAccount).toList();
    }

    @Override
    public Page<Account> page(TenantId tenant, Optional<String> search, Page.Request page) {
        var pattern = search.map(String::trim).filter(text -> !text.isEmpty())
                .map(text -> new LikePattern(text).contains());
        String condition = pattern.isPresent() ? MATCHING : "";
        var items = entities.createQuery("SELECT a FROM AccountEntity a" + condition
                + " ORDER BY a.createdAt DESC, a.id DESC", AccountEntity.class);
        var count = entities.createQuery("SELECT COUNT(a) FROM AccountEntity a" + condition, Long.class);
        return PageOf.query(page, with(items, pattern), with(count, pattern)).map(AccountEntity::toAccount);
    }

    @Override
    public void suspend(TenantId tenant, AccountId account, String reason) {
        var suspension = new Account.Suspension(actor(), time.now(tenant), checked(reason));
        if (found(account, LockModeType.PESSIMISTIC_WRITE).suspend(suspension)) {
            users.suspend(tenant, account);
            changes.note(tenant);
            audit.record(tenant, "account.suspended", "account/" + account, null, suspension);
        }
    }

    @Override
    public void reactivate(TenantId tenant, AccountId account) {
        var entity = found(account, LockModeType.PESSIMISTIC_WRITE);
        var before = entity.toAccount().suspension();
        if (entity.reactivate()) {
            users.reactivate(tenant, account);
            changes.note(tenant);
            audit.record(tenant, "account.reactivated", "account/" + account, before.orElseThrow(), null);
        }
    }

    @Override
    public void nameExternally(TenantId tenant, AccountId account, Optional<String> externalId) {
        var wanted = externalId.map(ExternalId::new);
        var entity = found(account, LockModeType.PESSIMISTIC_WRITE);
        var before = entity.toAccount().externalId();
        if (naming.name(entity, wanted)) {
            changes.note(tenant);
            audit.record(tenant, "account.named", "account/" + account, named(before), named(externalId));
        }
    }

    /** Memory needs no transaction, and asks the database in none of ours. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Found> resolve(TenantId tenant, String idOrExternalId) {
        return recent.resolve(tenant, idOrExternalId);
    }

    private AccountEntity found(AccountId account, LockModeType lock) {
        var entity = entities.find(AccountEntity.class, account.toString(), lock);
        if (entity == null) {
            throw Refusal.notFound("ACCOUNT_NOT_FOUND").asException();
        }
        return entity;
    }

    private static <T> TypedQuery<T> with(TypedQuery<T> query, Optional<String> pattern) {
        pattern.ifPresent(text -> query.setParameter("pattern", text)
                .setParameter("lower", text.toLowerCase(Locale.ROOT)));
        return query;
    }

    private static String checked(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalidField("reason", "REQUIRED").asException();
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalidField("reason", "TOO_LONG").asException();
        }
        return reason.trim();
    }

    /** For the books. */
    private static Map<String, String> named(Optional<String> externalId) {
        return externalId.map(name -> Map.of("externalId", name)).orElse(null);
    }

    private static String actor() {
        return RequestContext.current().map(RequestContext::actor).orElse("system");
    }
}
