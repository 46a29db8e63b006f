package io.weir.billing.store;

import static io.weir.billing.store.FinalInvoices.moment;
import static io.weir.billing.store.FinalInvoices.momentOf;
import static io.weir.billing.store.FinalInvoices.whole;

import io.weir.billing.domain.analytics.AccountPlans;
import io.weir.billing.domain.analytics.PlanLine;
import io.weir.billing.domain.analytics.PlanLine.Back;
import io.weir.billing.domain.analytics.PlanTerm;
import io.weir.billing.domain.analytics.PlanTerms;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What was asked for plans, account by account, never more than one of them in memory. An invoice has one line of a
 * plan at most, so that the coupon on it is that line's.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanLineRows {
    private static final String LINES = """
            SELECT i.account_id, i.id, i.subscription_id, i.issued_at, i.currency,
              p.period_from, p.period_until, p.offer,
              JSON_VALUE(p.basis, '$.how.offer.version') AS offer_version,
              CASE WHEN i.status = 'paid' AND i.settled > 0 THEN i.paid_at END AS paid_at,
              p.net + COALESCE((SELECT SUM(d.net) FROM billing_invoice_line d WHERE d.tenant_id = i.tenant_id
                AND d.invoice_id = i.id AND d.kind = 'discount'), 0) AS net
            FROM billing_invoice i
            JOIN billing_invoice_line p ON p.tenant_id = i.tenant_id AND p.invoice_id = i.id AND p.kind = 'plan'
            WHERE i.tenant_id = :tenant AND i.kind = 'invoice' AND i.status <> 'draft' %s
              AND p.period_until IS NOT NULL AND (p.period_from <= :last OR i.issued_at <= :last)
            ORDER BY i.account_id, p.period_from, i.issued_at, i.id""";
    private static final String BACKS = """
            SELECT n.corrects_id, n.issued_at, n.currency, SUM(l.net) AS net
            FROM billing_invoice n
            JOIN billing_invoice_line l ON l.tenant_id = n.tenant_id AND l.invoice_id = n.id
              AND l.kind IN ('plan', 'discount')
            WHERE n.tenant_id = :tenant AND n.kind = 'credit_note' AND n.status <> 'draft' %s
              AND n.issued_at <= :last
            GROUP BY n.id, n.corrects_id, n.issued_at, n.currency ORDER BY n.issued_at, n.id""";
    private Database database;

    protected PlanLineRows() {
    }

    @Inject
    public PlanLineRows(Database database) {
        this.database = database;
    }

    /**
     * {@code accounts}: of these only; absent, of all. {@code last}: nothing that began later is asked about. {@code
     * zone}: of periods whose plan nobody knows.
     */
    public record Wanted(TenantId tenant, Optional<Set<AccountId>> accounts, Instant last, PlanTerms terms,
            ZoneId zone) {
    }

    public void each(Wanted wanted, Consumer<AccountPlans> reader) {
        database.inTransaction().useHandle(handle -> {
            var backs = backs(handle, wanted);
            var lines = query(handle, LINES, "i", wanted)
                    .map((row, context) -> new Row(row.getString("account_id"), line(row, wanted, backs)));
            var account = new Gathered(reader);
            try (var rows = lines.stream()) {
                rows.forEach(account::next);
            }
            account.done();
        });
    }

    private static Query query(Handle handle, String sql, String of, Wanted wanted) {
        var narrowed = sql.formatted(wanted.accounts().map(some -> "AND " + of + ".account_id IN (<accounts>)")
                .orElse(""));
        var query = FinalInvoices.query(handle, narrowed, wanted.tenant()).bind("last", wanted.last());
        return wanted.accounts().map(some -> query.bindList("accounts", some.stream().map(AccountId::value).toList()))
                .orElse(query);
    }

    private static Map<UUID, List<Back>> backs(Handle handle, Wanted wanted) {
        var backs = new HashMap<UUID, List<Back>>();
        var found = query(handle, BACKS, "n", wanted)
                .map((row, context) -> Map.entry(UUID.fromString(row.getString("corrects_id")),
                        new Back(momentOf(row, "issued_at"), money(row))));
        try (var rows = found.stream()) {
            rows.forEach(row -> backs.computeIfAbsent(row.getKey(), invoice -> new ArrayList<>()).add(row.getValue()));
        }
        return backs;
    }

    private static PlanLine line(ResultSet row, Wanted wanted, Map<UUID, List<Back>> backs) throws SQLException {
        var invoice = UUID.fromString(row.getString("id"));
        var period = Period.between(momentOf(row, "period_from"), momentOf(row, "period_until"));
        var term = wanted.terms().of(row.getString("offer"), row.getInt("offer_version"))
                .orElseGet(() -> PlanTerm.between(period.from(), period.until().orElseThrow(), wanted.zone()));
        var subscription = Optional.ofNullable(row.getString("subscription_id")).map(UUID::fromString);
        return new PlanLine(invoice, subscription, row.getString("offer"), momentOf(row, "issued_at"),
                moment(row, "paid_at"), period, term, money(row), backs.getOrDefault(invoice, List.of()));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(whole(row, "net"), Currency.getInstance(row.getString("currency")));
    }

    private record Row(String account, PlanLine line) {
    }

    /** The lines of one account, until the next one's come. */
    private static final class Gathered {
        private final Consumer<AccountPlans> reader;
        private final List<PlanLine> lines = new ArrayList<>();
        private String account = "";

        private Gathered(Consumer<AccountPlans> reader) {
            this.reader = reader;
        }

        private void next(Row row) {
            if (!row.account().equals(account)) {
                done();
                account = row.account();
            }
            lines.add(row.line());
        }

        private void done() {
            if (!lines.isEmpty()) {
                reader.accept(new AccountPlans(AccountId.of(account), lines));
                lines.clear();
            }
        }
    }
}
