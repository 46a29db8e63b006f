package io.weir.payments.store;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits.Entry;
import io.weir.payments.api.AccountCredits.Kind;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The ledger of accounts' money, and its sum. Whoever books holds the sum's row until the transaction ends. */
@ApplicationScoped
public class CreditRows {
    private static final String LOCK = """
            INSERT INTO payments_credit_balance (tenant_id, account_id, currency, balance)
            VALUES (:tenant, :account, :currency, 0) ON DUPLICATE KEY UPDATE balance = balance""";
    private static final String KNOWN = "SELECT 1 FROM payments_credit WHERE tenant_id = :tenant AND cause = :cause";
    private static final String ADD = """
            UPDATE payments_credit_balance SET balance = balance + :amount
            WHERE tenant_id = :tenant AND account_id = :account AND currency = :currency AND balance + :amount >= 0""";
    private static final String INSERT = """
            INSERT INTO payments_credit (tenant_id, id, account_id, currency, amount, kind, cause, note, booked_at)
            VALUES (:tenant, :id, :account, :currency, :amount, :kind, :cause, :note, :at)""";
    private static final String BALANCE = """
            SELECT balance FROM payments_credit_balance
            WHERE tenant_id = :tenant AND account_id = :account AND currency = :currency""";
    private static final String OF = " FROM payments_credit WHERE tenant_id = :tenant AND account_id = :account";
    private static final String PAGE = "SELECT id, kind, amount, currency, note, booked_at" + OF
            + " ORDER BY booked_at DESC, id DESC LIMIT :limit OFFSET :offset";
    private static final int LONGEST_NOTE = 255;

    @Inject
    Database database;
    @Inject
    Time time;

    /** What is booked. {@code cause}: once per cause. */
    public record Booking(AccountId account, Kind kind, Money amount, String cause, Optional<String> note) {
    }

    /** @return false when the balance does not suffice; true also when this cause was booked before */
    public boolean book(TenantId tenant, Booking booking) {
        return database.inTransaction().withHandle(handle -> {
            bind(handle, LOCK, tenant, booking).execute();
            var known = handle.createQuery(KNOWN).bind("tenant", tenant.toString()).bind("cause", booking.cause())
                    .mapTo(Integer.class).findOne().isPresent();
            return known || add(handle, tenant, booking);
        });
    }

    private boolean add(Handle handle, TenantId tenant, Booking booking) {
        if (bind(handle, ADD, tenant, booking).bind("amount", booking.amount().minor()).execute() == 0) {
            return false;
        }
        bind(handle, INSERT, tenant, booking).bind("id", Ids.next().toString())
                .bind("amount", booking.amount().minor()).bind("kind", booking.kind().name())
                .bind("cause", booking.cause()).bind("note", booking.note().map(CreditRows::cut).orElse(null))
                .bind("at", time.now(tenant)).execute();
        return true;
    }

    private static org.jdbi.v3.core.statement.Update bind(Handle handle, String sql, TenantId tenant, Booking booking) {
        return handle.createUpdate(sql).bind("tenant", tenant.toString()).bind("account", booking.account().toString())
                .bind("currency", booking.amount().currency().getCurrencyCode());
    }

    /** Nobody else books for the account in this currency until the transaction ends, also when nobody has yet. */
    public void lock(TenantId tenant, AccountId account, Currency currency) {
        database.inTransaction().useHandle(handle -> handle.createUpdate(LOCK).bind("tenant", tenant.toString())
                .bind("account", account.toString()).bind("currency", currency.getCurrencyCode()).execute());
    }

    /** How many entries an account has, in whatever currency. */
    public long count(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("SELECT count(*)" + OF)
                .bind("tenant", tenant.toString()).bind("account", account.toString()).mapTo(Long.class).one());
    }

    public boolean isBooked(TenantId tenant, String cause) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(KNOWN).bind("tenant", tenant.toString())
                .bind("cause", cause).mapTo(Integer.class).findOne().isPresent());
    }

    /** Nobody else changes it until the transaction ends. */
    public Money lockedBalance(TenantId tenant, AccountId account, Currency currency) {
        return balance(tenant, account, currency, BALANCE + " FOR UPDATE");
    }

    public Money balance(TenantId tenant, AccountId account, Currency currency) {
        return balance(tenant, account, currency, BALANCE);
    }

    private Money balance(TenantId tenant, AccountId account, Currency currency, String sql) {
        long minor = database.inTransaction().withHandle(handle -> handle.createQuery(sql)
                .bind("tenant", tenant.toString()).bind("account", account.toString())
                .bind("currency", currency.getCurrencyCode()).mapTo(Long.class).findOne().orElse(0L));
        return new Money(minor, currency);
    }

    public Page<Entry> page(TenantId tenant, AccountId account, Page.Request page) {
        return database.inTransaction().withHandle(handle -> {
            var items = handle.createQuery(PAGE).bind("tenant", tenant.toString()).bind("account", account.toString())
                    .bind("limit", page.limit()).bind("offset", page.offset())
                    .map((row, context) -> entry(row)).list();
            long total = handle.createQuery("SELECT count(*)" + OF).bind("tenant", tenant.toString())
                    .bind("account", account.toString()).mapTo(Long.class).one();
            return new Page<>(items, page.page(), page.limit(), total);
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Entry(UUID.fromString(row.getString("id")), Kind.valueOf(row.getString("kind")), amount,
                Optional.ofNullable(row.getString("note")), Columns.instant(row, "booked_at"));
    }

    private static String cut(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }
}
