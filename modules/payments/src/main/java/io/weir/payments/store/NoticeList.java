package io.weir.payments.store;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Notices.Acknowledgement;
import io.weir.payments.api.Notices.Entry;
import io.weir.payments.api.Notices.Filter;
import io.weir.payments.api.Notices.Received;
import io.weir.payments.api.Notices.State;
import io.weir.payments.api.Gateways.Inbox;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The inbox as administrators look through it. */
@ApplicationScoped
public class NoticeList {
    private static final String COLUMNS = """
            SELECT id, gateway, event_key, event_type, order_code, payment_id, attempts, result, last_error,
              occurred_at, received_at, applied_at, dead_at, needs_person, acknowledged_at""";
    private static final String WHOLE = ", body, acknowledged_by, acknowledged_note";
    private static final String ONE = " FROM payments_notice WHERE tenant_id = :tenant AND id = :id";
    private static final String STATE_OF_INBOX = """
            SELECT max(received_at) AS latest, sum(applied_at IS NULL AND dead_at IS NULL) AS waiting,
              sum(dead_at IS NOT NULL) AS dead
            FROM payments_notice WHERE tenant_id = :tenant AND gateway = :gateway""";

    @Inject
    Database database;

    /** Newest first. */
    public Page<Entry> page(TenantId tenant, Filter filter, Page.Request page) {
        var arguments = new HashMap<String, Object>(Map.of("tenant", tenant.toString()));
        var from = " FROM payments_notice WHERE tenant_id = :tenant" + where(filter, arguments);
        return database.inTransaction().withHandle(handle -> {
            var items = handle.createQuery(COLUMNS + from + " ORDER BY received_at DESC, id DESC"
                    + " LIMIT :limit OFFSET :offset").bindMap(arguments).bind("limit", page.limit())
                    .bind("offset", page.offset()).map((row, context) -> entry(row)).list();
            long total = handle.createQuery("SELECT count(*)" + from).bindMap(arguments).mapTo(Long.class).one();
            return new Page<>(items, page.page(), page.limit(), total);
        });
    }

    public Optional<Received> find(TenantId tenant, UUID id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(COLUMNS + WHOLE + ONE)
                .bind("tenant", tenant.toString()).bind("id", id.toString())
                .map((row, context) -> new Received(entry(row), row.getBytes("body"), acknowledged(row))).findOne());
    }

    public Inbox stateOf(TenantId tenant, String gateway) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(STATE_OF_INBOX)
                .bind("tenant", tenant.toString()).bind("gateway", gateway)
                .map((row, context) -> new Inbox(Columns.optionalInstant(row, "latest"), row.getLong("waiting"),
                        row.getLong("dead"))).one());
    }

    private static String where(Filter filter, Map<String, Object> arguments) {
        var where = new StringBuilder();
        filter.gateway().ifPresent(gateway -> {
            where.append(" AND gateway = :gateway");
            arguments.put("gateway", gateway);
        });
        filter.state().ifPresent(state -> where.append(" AND ").append(condition(state)));
        filter.search().ifPresent(text -> {
            where.append(" AND (event_key LIKE :part OR event_type LIKE :part OR result LIKE :part"
                    + " OR CAST(order_code AS CHAR) = :text)");
            arguments.put("text", text);
            arguments.put("part", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        });
        return where.toString();
    }

    private static String condition(State state) {
        return switch (state) {
            case WAITING -> "applied_at IS NULL AND dead_at IS NULL";
            case APPLIED -> "applied_at IS NOT NULL AND (NOT needs_person OR acknowledged_at IS NOT NULL)";
            case ATTENTION -> "applied_at IS NOT NULL AND needs_person AND acknowledged_at IS NULL";
            case DEAD -> "dead_at IS NOT NULL";
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(UUID.fromString(row.getString("id")), row.getString("gateway"), row.getString("event_key"),
                row.getString("event_type"), Columns.number(row, "order_code"),
                Columns.text(row, "payment_id").map(PaymentId::of), state(row), row.getInt("attempts"),
                Columns.text(row, "result"), Columns.text(row, "last_error"),
                Columns.optionalInstant(row, "occurred_at"), Columns.instant(row, "received_at"));
    }

    private static Optional<Acknowledgement> acknowledged(ResultSet row) throws SQLException {
        var at = Columns.optionalInstant(row, "acknowledged_at");
        return at.isEmpty() ? Optional.empty() : Optional.of(new Acknowledgement(
                UserId.of(row.getString("acknowledged_by")), at.get(), row.getString("acknowledged_note")));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("applied_at") != null) {
            boolean needs = row.getBoolean("needs_person") && row.getObject("acknowledged_at") == null;
            return needs ? State.ATTENTION : State.APPLIED;
        }
        return row.getObject("dead_at") == null ? State.WAITING : State.DEAD;
    }
}
