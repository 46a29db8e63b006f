package io.weir.billing.store;

import io.weir.billing.api.Dunning.Case;
import io.weir.billing.api.Dunning.Filter;
import io.weir.billing.api.Dunning.Next;
import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.Dunning.Sum;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.dunning.StoredDunning;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.platform.api.PageOf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads invoices beside their dunning, in its caller's transaction. */
@ApplicationScoped
public class JpaDunningCases {
    private static final String FROM = " FROM StoredDunning d, StoredInvoice i WHERE i.id = d.invoice";
    private static final String RUNNING = " AND d.stage IN ('upcoming', 'overdue', 'unpaid')";

    @PersistenceContext(unitName = "billing")
    private EntityManager entities;

    public Page<Case> page(Filter filter, Page.Request page) {
        var condition = FROM + filter.stage().map(stage -> " AND d.stage = :stage").orElse(RUNNING)
                + filter.dueBefore().map(by -> " AND i.dueAt < :due").orElse("");
        var items = set(entities.createQuery("SELECT d, i" + condition + " ORDER BY i.dueAt, i.id", Object[].class),
                filter);
        var count = set(entities.createQuery("SELECT COUNT(d)" + condition, Long.class), filter);
        return PageOf.query(page, items, count).map(JpaDunningCases::told);
    }

    private static <T> TypedQuery<T> set(TypedQuery<T> query, Filter filter) {
        filter.stage().ifPresent(stage -> query.setParameter("stage", stage.word()));
        filter.dueBefore().ifPresent(by -> query.setParameter("due", by));
        return query;
    }

    public Optional<Case> find(UUID invoice) {
        return entities.createQuery("SELECT d, i" + FROM + " AND d.invoice = :id", Object[].class)
                .setParameter("id", invoice.toString()).getResultStream().findFirst().map(JpaDunningCases::told);
    }

    /** One for each stage that is not over, also where there is none. */
    public List<Sum> sums(Currency usual) {
        var rows = entities.createQuery("SELECT d.stage, i.currency, COUNT(d), SUM(i.total - i.settled - i.credited)"
                + FROM + RUNNING + " AND i.status = 'open' GROUP BY d.stage, i.currency", Object[].class)
                .getResultList();
        var sums = rows.stream().map(row -> new Sum(stage(row), (Long) row[2],
                new Money((Long) row[3], Currency.getInstance((String) row[1])))).toList();
        return Arrays.stream(Stage.values()).filter(stage -> !stage.isOver()).flatMap(stage -> {
            var its = sums.stream().filter(sum -> sum.stage() == stage).toList();
            return (its.isEmpty() ? List.of(new Sum(stage, 0, Money.zero(usual))) : its).stream();
        }).toList();
    }

    private static Stage stage(Object[] row) {
        return Stage.valueOf(((String) row[0]).toUpperCase(java.util.Locale.ROOT));
    }

    private static Case told(Object[] row) {
        var dunning = (StoredDunning) row[0];
        var invoice = (StoredInvoice) row[1];
        return new Case(invoice.id(), invoice.number().orElseThrow(), invoice.account(), dunning.stage(),
                dunning.isPaused(), invoice.total(), invoice.due(), invoice.moments().dueAt(),
                dunning.nextAt().map(at -> new Next(dunning.step().kind().word(), at)), dunning.attempts(),
                dunning.outcome(), dunning.declined());
    }
}
