package io.weir.metering.store;

import io.weir.metering.domain.Alert;
import io.weir.metering.domain.Remembered;
import java.util.List;

/** What a batch leaves behind of an account's meter besides its allowances: what is spent of its cap, and alerts. */
final class AccountMeterSql {
    private AccountMeterSql() {
    }

    /** The row is locked, or nobody else can make it now, so its values are set. A cap is its owner's to set. */
    static RowsSql remembered(List<Remembered> changed) {
        var rows = new RowsSql("INSERT INTO metering_account_meter (tenant_id, account_id, meter, spent, spent_month, "
                + "alert_basis, alert_level) VALUES ", " ON DUPLICATE KEY UPDATE spent=VALUES(spent), "
                + "spent_month=VALUES(spent_month), alert_basis=VALUES(alert_basis), alert_level=VALUES(alert_level)");
        for (var one : changed) {
            var row = rows.next().holder(one.holder()).and().meter(one.meter()).and().number(one.spent()).and();
            one.spentMonth().ifPresentOrElse(row::moment, row::nothing);
            row.and();
            one.alertBasis().ifPresentOrElse(row::free, row::nothing);
            row.and().number(one.alertLevel());
        }
        return rows;
    }

    static RowsSql alerts(List<Alert> alerts) {
        var rows = new RowsSql("INSERT INTO metering_alert (tenant_id, account_id, id, meter, percent, used, granted, "
                + "raised_at, period_end) VALUES ", "");
        for (var alert : alerts) {
            var row = rows.next().holder(alert.holder()).and().id(alert.id()).and().meter(alert.meter())
                    .and().number(alert.percent()).and().number(alert.used()).and().number(alert.granted())
                    .and().moment(alert.at()).and();
            alert.periodEnd().ifPresentOrElse(row::moment, row::nothing);
        }
        return rows;
    }
}
