package io.weir.billing.store;

import static io.weir.billing.store.FinalInvoices.moment;
import static io.weir.billing.store.FinalInvoices.momentOf;

import io.weir.billing.domain.analytics.BilledLine;
import io.weir.billing.domain.analytics.BilledLine.Back;
import io.weir.billing.domain.analytics.BilledLine.Time;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Lines of final invoices that were billed, earned or given back in a span, or on either side of it, one at a time.
 * What was billed and earned before it, and never given back since, is in none of its figures and is not read.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BilledLineRows {
    /** A coupon on usage has no time of its own: it is that of the period that was used. A rest begins when it does. */
    private static final String LINES = """
            SELECT i.id, l.line_no, i.issued_at, l.net,
              COALESCE(l.period_from, CASE WHEN l.kind = 'discount' THEN i.period_from END) AS begins,
              COALESCE(l.period_until, CASE WHEN l.kind = 'discount' THEN i.period_until END) AS ends,
              CASE WHEN l.kind = 'proration' THEN JSON_VALUE(l.basis, '$.how.at') END AS rest_from
            FROM billing_invoice i
            JOIN billing_invoice_line l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
            WHERE i.tenant_id = :tenant AND i.currency = :currency AND i.kind = 'invoice' AND i.status <> 'draft'
              AND l.net <> 0
              AND (i.issued_at < :until OR COALESCE(l.period_from, i.period_from) < :until)
              AND (i.issued_at >= :from OR COALESCE(l.period_until, i.period_until) >= :from
                OR EXISTS (SELECT 1 FROM billing_invoice n WHERE n.tenant_id = i.tenant_id AND n.corrects_id = i.id
                  AND n.issued_at >= :from))""";
    private static final String BACKS = """
            SELECT n.corrects_id, n.issued_at, l.net, JSON_VALUE(l.basis, '$.how.line') AS line_no
            FROM billing_invoice n
            JOIN billing_invoice_line l ON l.tenant_id = n.tenant_id AND l.invoice_id = n.id
            WHERE n.tenant_id = :tenant AND n.currency = :currency AND n.kind = 'credit_note' AND n.status <> 'draft'
              AND l.net <> 0 AND n.issued_at < :until
            ORDER BY n.issued_at, n.id, l.line_no""";
    private Database database;

    protected BilledLineRows() {
    }

    @Inject
    public BilledLineRows(Database database) {
        this.database = database;
    }

    /** {@code until}: not included. */
    public record Wanted(TenantId tenant, Currency currency, Instant from, Instant until, ZoneId zone) {
    }

    public void each(Wanted wanted, Consumer<BilledLine> reader) {
        database.inTransaction().useHandle(handle -> {
            var backs = backs(handle, wanted);
            var lines = query(handle, LINES, wanted).bind("from", wanted.from())
                    .map((row, context) -> line(row, wanted, backs));
            try (var rows = lines.stream()) {
                rows.forEach(reader);
            }
        });
    }

    private static Map<String, List<Back>> backs(Handle handle, Wanted wanted) {
        var backs = new HashMap<String, List<Back>>();
        var found = query(handle, BACKS, wanted).map((row, context) -> Map.entry(line(row, "corrects_id"),
                new Back(day(row, wanted), row.getLong("net"))));
        try (var rows = found.stream()) {
            rows.forEach(row -> backs.computeIfAbsent(row.getKey(), line -> new ArrayList<>()).add(row.getValue()));
        }
        return backs;
    }

    private static Query query(Handle handle, String sql, Wanted wanted) {
        return FinalInvoices.query(handle, sql, wanted.tenant())
                .bind("currency", wanted.currency().getCurrencyCode()).bind("until", wanted.until());
    }

    private static BilledLine line(ResultSet row, Wanted wanted, Map<String, List<Back>> backs) throws SQLException {
        return new BilledLine(day(row, wanted), row.getLong("net"), time(row, wanted),
                backs.getOrDefault(line(row, "id"), List.of()));
    }

    private static Optional<Time> time(ResultSet row, Wanted wanted) throws SQLException {
        var begins = moment(row, "begins");
        var ends = moment(row, "ends");
        if (begins.isEmpty() || ends.isEmpty()) {
            return Optional.empty();
        }
        var rest = Optional.ofNullable(row.getString("rest_from")).map(Instant::parse);
        return Optional.of(Time.between(rest.orElse(begins.get()), ends.get(), wanted.zone()));
    }

    private static LocalDate day(ResultSet row, Wanted wanted) throws SQLException {
        return LocalDate.ofInstant(momentOf(row, "issued_at"), wanted.zone());
    }

    private static String line(ResultSet row, String invoice) throws SQLException {
        return row.getString(invoice) + "/" + row.getString("line_no");
    }
}
