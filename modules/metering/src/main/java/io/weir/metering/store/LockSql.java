package io.weir.metering.store;

import io.weir.identity.api.CredentialEpoch;
import io.weir.kernel.api.AccountId;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The reads of a batch. The two that lock name the clustered key, so that rows are locked by a scan of that key's
 * ranges: in key order on every node, and none that belongs to others.
 */
final class LockSql {
    static final String ALLOWANCE_COLUMNS = "tenant_id, account_id, meter, id, granted, used, reserved, "
            + "starts_at, ends_at, rests_from, rests_until, created_at, overage, overage_percent";
    /** Of the rows that the gate reads, each with what is remembered of its meter. */
    private static final String ALLOWANCES = """
            SELECT a.tenant_id, a.account_id, a.meter, a.id, a.granted, a.used, a.reserved, a.starts_at, a.ends_at,
                   a.rests_from, a.rests_until, a.created_at, a.overage, a.overage_percent,
                   m.cap, m.spent, m.spent_month, m.alert_basis, m.alert_level
            FROM metering_allowance a FORCE INDEX (PRIMARY) LEFT JOIN metering_account_meter m
              ON m.tenant_id=a.tenant_id AND m.account_id=a.account_id AND m.meter=a.meter
            WHERE\s""";
    private static final String RESERVATIONS = """
            SELECT r.tenant_id, r.account_id, r.id, r.operation, r.held_at, r.expires_at, r.state, r.settlement,
                   p.meter, p.allowance_id, p.quantity
            FROM metering_reservation r FORCE INDEX (PRIMARY) JOIN metering_reservation_part p
              ON p.tenant_id=r.tenant_id AND p.account_id=r.account_id AND p.reservation_id=r.id
            WHERE\s""";

    private LockSql() {
    }

    /**
     * What a batch has to know, in this order: allowances, then reservations and events where there are any, and the
     * credential epoch if anybody's credentials matter. That comes last, so that a key revoked while the batch waited
     * for its locks no longer opens anything; and events after the locks, because whoever held them may just have
     * counted the same ones.
     */
    static List<SqlText> of(Agenda agenda, Moments now, CredentialEpoch credentialEpoch) {
        var queries = locks(agenda, now);
        if (!agenda.events().isEmpty()) {
            queries.add(events(agenda));
        }
        if (agenda.credentials()) {
            queries.add(new SqlText(credentialEpoch.query()));
        }
        return queries;
    }

    /** The ones among them that lock. */
    static List<SqlText> locks(Agenda agenda, Moments now) {
        var queries = new ArrayList<SqlText>(4);
        queries.add(allowances(agenda, now));
        if (!agenda.reservations().isEmpty()) {
            queries.add(reservations(agenda));
        }
        return queries;
    }

    /**
     * Allowances that have not ended, ended ones that still hold units for reservations, and those that late events
     * reopen. A row that is remembered is locked with its allowances, and one that is not there by them.
     */
    static SqlText allowances(Agenda agenda, Moments now) {
        var sql = new SqlText(ALLOWANCES);
        String separator = "";
        for (var entry : agenda.accounts().entrySet()) {
            var tenant = entry.getKey();
            sql.sql(separator).sql("(a.tenant_id=").id(tenant.value()).sql(" AND a.account_id IN ")
                    .ids(entry.getValue().stream().map(AccountId::value).toList())
                    .sql(" AND (a.ends_at IS NULL OR a.ends_at>").moment(agenda.since(tenant, now.of(tenant)))
                    .sql(" OR a.reserved>0))");
            separator = " OR ";
        }
        return sql.sql(" ORDER BY a.tenant_id, a.account_id, a.meter, a.id FOR UPDATE");
    }

    /** Reservations with a row for each of their parts. */
    static SqlText reservations(Agenda agenda) {
        var sql = new SqlText(RESERVATIONS);
        String separator = "";
        for (var entry : agenda.reservations().entrySet()) {
            UUID tenant = entry.getKey().tenant().value();
            sql.sql(separator).sql("(r.tenant_id=").id(tenant)
                    .sql(" AND r.account_id=").id(entry.getKey().account().value())
                    .sql(" AND r.id IN ").ids(entry.getValue()).sql(")");
            separator = " OR ";
        }
        return sql.sql(" ORDER BY r.tenant_id, r.account_id, r.id, p.part_no FOR UPDATE");
    }

    /**
     * Events that were counted before. Not locking: whoever counts one has locked the allowance that bears it, and the
     * table's key has the last word.
     */
    static SqlText events(Agenda agenda) {
        var sql = new SqlText("SELECT tenant_id, account_id, HEX(event_key), HEX(fingerprint), usage_id "
                + "FROM metering_event WHERE ");
        String separator = "";
        for (var entry : agenda.events().entrySet()) {
            sql.sql(separator).sql("(").of(entry.getKey()).sql(" AND event_key IN ");
            String comma = "(";
            for (var key : entry.getValue()) {
                sql.sql(comma).bytes(key.hex());
                comma = ",";
            }
            sql.sql("))");
            separator = " OR ";
        }
        return sql;
    }
}
