package io.weir.billing.store;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.PastInvoices;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By account, and added up by the database. */
@ApplicationScoped
public class JpaPastInvoices implements PastInvoices {
    private static final String WITHIN = " FROM StoredInvoice i WHERE i.kind = :kind"
            + " AND i.status NOT IN (:draft, :void) AND ((i.periodFrom >= :from AND i.periodFrom < :until)"
            + " OR (i.periodFrom IS NULL AND i.issuedAt >= :from AND i.issuedAt < :until)) AND ";

    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    @Override
    public List<StoredInvoice> of(AccountId account, Instant from, Instant until) {
        return within(entities.createQuery("SELECT i" + WITHIN + "i.account = :account ORDER BY i.createdAt, i.id",
                StoredInvoice.class), from, until).setParameter("account", account.toString()).getResultList();
    }

    @Override
    public Map<AccountId, Amounts> sums(Collection<AccountId> accounts, Currency currency, Instant from,
            Instant until) {
        var sums = new HashMap<AccountId, Amounts>();
        if (!accounts.isEmpty()) {
            within(entities.createQuery("SELECT i.account, SUM(i.net), SUM(i.tax), SUM(i.total)" + WITHIN
                    + "i.currency = :currency AND i.account IN :accounts GROUP BY i.account", Object[].class), from,
                    until).setParameter("currency", currency.getCurrencyCode())
                    .setParameter("accounts", accounts.stream().map(AccountId::toString).toList()).getResultStream()
                    .forEach(row -> sums.put(AccountId.of((String) row[0]), new Amounts(number(row[1]),
                            number(row[2]), number(row[3]))));
        }
        return sums;
    }

    private static <T> TypedQuery<T> within(TypedQuery<T> query, Instant from, Instant until) {
        return query.setParameter("kind", Kind.INVOICE.word()).setParameter("draft", Status.DRAFT.word())
                .setParameter("void", Status.VOID.word()).setParameter("from", from).setParameter("until", until);
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }
}
