package io.weir.metering.store;

import io.weir.kernel.api.AccountId;
import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Moments;
import java.util.UUID;

/**
 * The two locking reads of a batch. Both name the clustered key, so that rows are locked by a scan of that key's
 * ranges: in key order on every node, and none that belongs to others.
 */
final class LockSql {
    static final String ALLOWANCE_COLUMNS = "tenant_id, account_id, meter, id, granted, used, reserved, "
            + "starts_at, ends_at, rests_from, rests_until, created_at";
    private static final String RESERVATIONS = """
            SELECT r.tenant_id, r.account_id, r.id, r.meter, r.quantity, r.state, r.expires_at, r.usage_id, r.charged,
                   r.remaining, p.allowance_id, p.quantity
            FROM metering_reservation r FORCE INDEX (PRIMARY) JOIN metering_reservation_part p
              ON p.tenant_id=r.tenant_id AND p.account_id=r.account_id AND p.reservation_id=r.id
            WHERE\s""";

    private LockSql() {
    }

    /** Allowances that have not ended, and ended ones that still hold units for reservations. */
    static String allowances(Agenda agenda, Moments now) {
        var sql = new SqlText("SELECT ").sql(ALLOWANCE_COLUMNS)
                .sql(" FROM metering_allowance FORCE INDEX (PRIMARY) WHERE ");
        String separator = "";
        for (var entry : agenda.accounts().entrySet()) {
            var tenant = entry.getKey();
            sql.sql(separator).sql("(tenant_id=").id(tenant.value()).sql(" AND account_id IN ")
                    .ids(entry.getValue().stream().map(AccountId::value).toList())
                    .sql(" AND (ends_at IS NULL OR ends_at>").moment(now.of(tenant)).sql(" OR reserved>0))");
            separator = " OR ";
        }
        return sql.sql(" ORDER BY tenant_id, account_id, meter, id FOR UPDATE").toString();
    }

    /** Reservations with a row for each of their parts. */
    static String reservations(Agenda agenda) {
        var sql = new SqlText(RESERVATIONS);
        String separator = "";
        for (var entry : agenda.reservations().entrySet()) {
            UUID tenant = entry.getKey().tenant().value();
            sql.sql(separator).sql("(r.tenant_id=").id(tenant)
                    .sql(" AND r.account_id=").id(entry.getKey().account().value())
                    .sql(" AND r.id IN ").ids(entry.getValue()).sql(")");
            separator = " OR ";
        }
        return sql.sql(" ORDER BY r.tenant_id, r.account_id, r.id, p.part_no FOR UPDATE").toString();
    }
}
