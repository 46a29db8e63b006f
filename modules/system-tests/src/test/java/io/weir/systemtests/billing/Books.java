package io.weir.systemtests.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant's final invoices as they lie in the database, all in one currency, read without the server. */
record Books(List<Doc> docs, Map<String, Term> terms) {
    /** What a book-keeper has on paper; minor units. */
    record Doc(String id, String account, String kind, String status, String corrects, Instant issued, Instant due,
               Instant paid, long net, long total, long settled, long credited, Instant from, Instant until,
               List<Line> lines) {
        boolean isInvoice() {
            return kind.equals("invoice");
        }
    }

    /** {@code how}: the basis' inputs. */
    record Line(int no, String kind, long net, Instant from, Instant until, JsonNode how) {
    }

    /** A plan's. */
    record Term(String interval, int days) {
    }

    static Books of(RunningWeir weir, String tenant) throws SQLException {
        var lines = new HashMap<String, List<Line>>();
        each(weir, "SELECT l.* FROM billing_invoice_line l JOIN tenancy_tenant t ON t.id = l.tenant_id"
                + " WHERE t.slug = ? ORDER BY l.line_no", tenant, row ->
                lines.computeIfAbsent(row.getString("invoice_id"), id -> new ArrayList<>()).add(line(row)));
        var docs = new ArrayList<Doc>();
        each(weir, "SELECT i.* FROM billing_invoice i JOIN tenancy_tenant t ON t.id = i.tenant_id WHERE t.slug = ?"
                + " AND i.number IS NOT NULL ORDER BY i.issued_at, i.id", tenant, row ->
                docs.add(doc(row, lines.get(row.getString("id")))));
        var terms = new HashMap<String, Term>();
        each(weir, "SELECT p.* FROM subscriptions_plan p JOIN tenancy_tenant t ON t.id = p.tenant_id WHERE t.slug = ?",
                tenant, row -> terms.put(row.getString("slug"),
                new Term(row.getString("term_interval"), row.getInt("term_days"))));
        return new Books(docs, terms);
    }

    private static Line line(ResultSet row) throws SQLException {
        try {
            return new Line(row.getInt("line_no"), row.getString("kind"), row.getLong("net"), moment(row,
                    "period_from"), moment(row, "period_until"), Api.JSON.readTree(row.getString("basis")).path("how"));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private static Doc doc(ResultSet row, List<Line> lines) throws SQLException {
        return new Doc(row.getString("id"), row.getString("account_id"), row.getString("kind"),
                row.getString("status"), row.getString("corrects_id"), moment(row, "issued_at"), moment(row, "due_at"),
                moment(row, "paid_at"), row.getLong("net"), row.getLong("total"), row.getLong("settled"),
                row.getLong("credited"), moment(row, "period_from"), moment(row, "period_until"), lines);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }

    private static void each(RunningWeir weir, String sql, String tenant, Reader reader) throws SQLException {
        try (var connection = weir.database(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
