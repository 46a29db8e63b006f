package io.weir.billing.store;

import io.weir.billing.api.CouponUses;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** Adds up lines of discounts, whose bases name the coupon. */
@ApplicationScoped
@Transactional
public class SqlCouponUses implements CouponUses {
    private static final String CODE = "JSON_VALUE(l.basis, '$.how.coupon')";
    private static final String LINES = " FROM billing_invoice_line l JOIN billing_invoice i"
            + " ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id WHERE l.tenant_id = :tenant"
            + " AND l.kind = 'discount' AND i.kind = 'invoice' AND i.status != 'draft'";
    private Database database;

    protected SqlCouponUses() {
    }

    @Inject
    public SqlCouponUses(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Use> all(TenantId tenant) {
        var uses = new TreeMap<String, Use>();
        database.inTransaction().useHandle(handle -> {
            handle.createQuery("SELECT code, taken FROM billing_coupon_count WHERE tenant_id = :tenant AND taken > 0")
                    .bind("tenant", tenant).map((row, context) -> uses.put(key(row.getString("code")),
                            new Use(row.getLong("taken"), 0, 0, List.of()))).list();
            handle.createQuery("SELECT " + CODE + " AS code, i.currency AS currency, COUNT(DISTINCT i.id) AS invoices,"
                    + " COUNT(DISTINCT i.account_id) AS accounts, -SUM(l.gross) AS off" + LINES
                    + " GROUP BY code, i.currency ORDER BY code, i.currency").bind("tenant", tenant)
                    .map((row, context) -> uses.merge(key(row.getString("code")), use(row), SqlCouponUses::both))
                    .list();
        });
        return uses;
    }

    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(0, row.getLong("invoices"), row.getLong("accounts"),
                List.of(money(row.getLong("off"), row.getString("currency"))));
    }

    /** Of two currencies there are two accounts at the least: one account may be counted twice. */
    private static Use both(Use one, Use other) {
        var off = new ArrayList<>(one.off());
        off.addAll(other.off());
        return new Use(one.taken() + other.taken(), one.invoices() + other.invoices(),
                one.accounts() + other.accounts(), off);
    }

    @Override
    public Page<Redemption> redemptions(TenantId tenant, String code, Page.Request page) {
        return database.inTransaction().withHandle(handle -> {
            var found = handle.createQuery("SELECT i.id AS id, i.number AS number, i.account_id AS account,"
                    + " i.issued_at AS issued, i.currency AS currency, -SUM(l.gross) AS off" + LINES + " AND " + CODE
                    + " = :code GROUP BY i.id, i.number, i.account_id, i.issued_at, i.currency"
                    + " ORDER BY i.issued_at DESC, i.id DESC LIMIT :limit OFFSET :offset")
                    .bind("tenant", tenant).bind("code", key(code)).bind("limit", page.limit())
                    .bind("offset", page.offset())
                    .reduceRows(new ArrayList<Redemption>(), (list, row) -> {
                        list.add(redemption(row));
                        return list;
                    });
            long total = handle.createQuery("SELECT COUNT(DISTINCT i.id)" + LINES + " AND " + CODE + " = :code")
                    .bind("tenant", tenant).bind("code", key(code)).mapTo(Long.class).one();
            return new Page<>(found, page.page(), page.limit(), total);
        });
    }

    private static Redemption redemption(RowView row) {
        return new Redemption(row.getColumn("id", UUID.class), row.getColumn("number", String.class),
                row.getColumn("account", AccountId.class), row.getColumn("issued", Instant.class),
                money(row.getColumn("off", Long.class), row.getColumn("currency", String.class)));
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }
}
