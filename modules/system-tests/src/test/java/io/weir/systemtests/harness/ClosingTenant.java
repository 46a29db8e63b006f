package io.weir.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/** A tenant of {@code src/bench/closing.sql}, whose rows have ids that begin with its run. */
public final class ClosingTenant {
    private static final String OURS = " FROM billing_invoice i JOIN tenancy_tenant t ON t.id = i.tenant_id"
            + " WHERE t.slug = ?";
    private static final Path SEED = Path.of(System.getProperty("weir.root"), "src/bench/closing.sql");
    /** Without when it was made, and what only later happens to it. */
    private static final String CONTENT = """
            SELECT i.account_id, i.reason, i.cause, i.number, i.kind, i.currency, i.net, i.tax, i.total,
              i.subscription_id, i.period_from, i.period_until, i.seller, i.buyer, i.status, l.line_no, l.kind, l.description, l.quantity,
              l.unit_price, l.amount, l.net, l.tax, l.gross, l.period_from, l.period_until, l.basis
            FROM billing_invoice i JOIN tenancy_tenant t ON t.id = i.tenant_id
              JOIN billing_invoice_line l ON l.tenant_id = i.tenant_id AND l.invoice_id = i.id
            WHERE t.slug = ? ORDER BY i.account_id, i.reason, i.cause, l.line_no""";
    private final RunningWeir weir;
    private final String slug;
    private final String run;

    /** @param run 8 hexadecimal digits */
    public ClosingTenant(RunningWeir weir, String slug, String run) {
        this.weir = weir;
        this.slug = slug;
        this.run = run;
    }

    /** @param today the day of it all: two tenants of one day are alike */
    public void seed(int many, LocalDate today) throws SQLException {
        try (var connection = weir.database(); var statement = connection.createStatement()) {
            statement.execute("SET @slug = '" + slug + "', @run = '" + run + "', @today = '" + today
                    + "', @many = " + many);
            for (var part : Files.readString(SEED).split(";\n")) {
                statement.execute(part);
            }
            postponeMails(statement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until tomorrow: to write them would take longer than the invoices, and is tested elsewhere. */
    private void postponeMails(Statement statement) throws SQLException {
        statement.execute("CREATE TRIGGER closing_" + run + " BEFORE INSERT ON platform_outbox FOR EACH ROW"
                + " SET NEW.next_attempt_at = NEW.next_attempt_at + INTERVAL IF(NEW.tenant_id = '" + run
                + "-0000-4000-8000-000000000000', 1, 0) DAY");
    }

    public void sql(String sql) {
        try (var connection = weir.database(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Nobody gets by its first period until this is rolled back. */
    public Connection holdFirst() throws SQLException {
        var connection = weir.database();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("SELECT id FROM subscriptions_period WHERE id = CONCAT(?,"
                + " '-0005-4000-8000-000000000001') FOR UPDATE")) {
            lock.setString(1, run);
            lock.execute();
        }
        return connection;
    }

    /** Steps of closing that are committed: three for each subscription. */
    public long done() {
        return weir.number("SELECT (SELECT COUNT(*) FROM subscriptions_period p JOIN tenancy_tenant t"
                + " ON t.id = p.tenant_id WHERE t.slug = ? AND p.to_bill = FALSE)"
                + " + (SELECT COUNT(*)" + OURS + " AND i.status <> 'draft')", slug, slug);
    }

    /** Sessions that wait in such a statement. */
    public long waiting(String statement) {
        return weir.number("SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                + " AND info LIKE ?", statement);
    }

    public void assertWhole(int many) {
        for (var reason : new String[] {"usage", "renewal"}) {
            assertThat(weir.number("SELECT COUNT(DISTINCT i.subscription_id)" + OURS + " AND i.reason = ?", slug,
                    reason)).as("subscriptions with an invoice, " + reason).isEqualTo(many);
            assertThat(weir.number("SELECT COUNT(*)" + OURS + " AND i.reason = ?", slug, reason))
                    .as("invoices, " + reason).isEqualTo(many);
        }
        assertThat(weir.number("SELECT COUNT(*)" + OURS, slug)).as("and nothing else").isEqualTo(2L * many);
        assertThat(weir.number("SELECT COUNT(DISTINCT i.number)" + OURS, slug)).as("numbers").isEqualTo(2L * many);
        assertThat(weir.number("SELECT MAX(RIGHT(i.number, 6))" + OURS, slug)).as("no gap").isEqualTo(2L * many);
        assertThat(weir.number("SELECT s.last_number FROM billing_invoice_sequence s JOIN tenancy_tenant t"
                + " ON t.id = s.tenant_id WHERE t.slug = ?", slug)).as("the counter").isEqualTo(2L * many);
        assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_period p JOIN tenancy_tenant t"
                + " ON t.id = p.tenant_id WHERE t.slug = ?", slug)).as("periods: a tenth goes on at once")
                .isEqualTo(2L * many + many / 10);
        assertThat(weir.number("SELECT COUNT(*) FROM platform_set_aside a JOIN tenancy_tenant t"
                + " ON t.id = a.tenant_id WHERE t.slug = ?", slug)).as("nothing is put aside").isZero();
    }

    /** SHA-256 over all invoices and lines in order of their accounts, with this tenant's own names taken out. */
    public String hash() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var connection = weir.database(); var query = connection.prepareStatement(CONTENT)) {
            query.setString(1, slug);
            try (var row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        digest.update(plain(row.getString(i)).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String plain(String text) {
        return (text + "\n").replace(run, "run").replace(slug.toUpperCase(Locale.ROOT) + "-2", "NUMBER-2");
    }
}
