package io.weir.subscriptions.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.subscriptions.domain.History;
import io.weir.subscriptions.domain.StoredPeriod;
import io.weir.subscriptions.domain.StoredSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** Periods with their subscriptions, through the ORM. */
@ApplicationScoped
public class JpaHistory implements History {
    private static final String RUNNING = " FROM StoredPeriod p, StoredSubscription s WHERE s.id = p.subscription"
            + " AND p.periodFrom < :until AND (p.periodUntil IS NULL OR p.periodUntil > :from)"
            + " AND (p.closedAt IS NULL OR p.closedAt > :from) AND ";

    @PersistenceContext(unitName = "subscriptions")
    private EntityManager em;

    @Override
    public List<Run> of(AccountId account, Period span) {
        return runs(within(em.createQuery("SELECT s, p" + RUNNING + "s.account = :account ORDER BY p.periodFrom, p.id",
                Object[].class), span).setParameter("account", account.toString()));
    }

    @Override
    public List<AccountId> accounts(UUID plan, Period span, AccountId after, int most) {
        var query = within(em.createQuery("SELECT DISTINCT s.account" + RUNNING + "s.plan = :plan"
                + " AND s.account > :after ORDER BY s.account", String.class), span)
                .setParameter("plan", plan.toString()).setParameter("after", after.toString()).setMaxResults(most);
        return ((List<?>) query.getResultList()).stream().map(id -> AccountId.of((String) id)).toList();
    }

    @Override
    public List<Run> of(UUID plan, Period span, List<AccountId> accounts) {
        return runs(within(em.createQuery("SELECT s, p" + RUNNING + "s.plan = :plan AND s.account IN :accounts"
                + " ORDER BY p.periodFrom, p.id", Object[].class), span).setParameter("plan", plan.toString())
                .setParameter("accounts", accounts.stream().map(AccountId::toString).toList()));
    }

    private static Query within(Query query, Period span) {
        return query.setParameter("from", span.from()).setParameter("until", span.until().orElseThrow());
    }

    private static List<Run> runs(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast)
                .map(row -> new Run((StoredSubscription) row[0], (StoredPeriod) row[1])).toList();
    }
}
