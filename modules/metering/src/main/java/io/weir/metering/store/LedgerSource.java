package io.weir.metering.store;

import io.weir.metering.api.Ledger.Query;
import io.weir.metering.api.Ledger.Type;
import java.util.Optional;

/** Where entries of the ledger are: each source answers the same columns, and has its own column of time. */
enum LedgerSource {
    GRANT("id, kind, quantity, balance_after, granted_at, note", "metering_grant", "quantity <> 0", "granted_at",
            "quantity"),
    USAGE("id, 'USAGE', overage - quantity, balance_after, used_at, COALESCE(operation, endpoint)", "metering_usage",
            "quantity > overage", "used_at", "overage - quantity"),
    /** Nothing writes that an allowance has ended with something left: it can be read off it. */
    EXPIRY("id, 'EXPIRY', used + reserved - granted, NULL, ends_at, NULL", "metering_allowance",
            "ends_at <= :now AND granted > used + reserved", "ends_at", "used + reserved - granted");

    private final String columns;
    private final String from;
    private final String time;
    private final String quantity;

    LedgerSource(String columns, String table, String condition, String time, String quantity) {
        this.columns = columns;
        this.from = " FROM " + table + " WHERE tenant_id = :tenant AND account_id = :account AND meter = :meter AND "
                + condition;
        this.time = time;
        this.quantity = quantity;
    }

    /** Whether entries of that type are of this source, or any when there is none. */
    boolean has(Optional<Type> type) {
        return type.isEmpty() || switch (type.get()) {
            case USAGE -> this == USAGE;
            case EXPIRY -> this == EXPIRY;
            default -> this == GRANT;
        };
    }

    /** @param behind whether only those older than a known entry are wanted */
    String newest(Query query, boolean behind) {
        String older = behind ? " AND " + time + " <= :before AND (" + time + " < :before OR id < :beforeId)" : "";
        return "SELECT " + columns + from + wanted(query) + older + " ORDER BY " + time
                + " DESC, id DESC LIMIT :atMost";
    }

    String count(Query query) {
        return "SELECT COUNT(*)" + from + wanted(query);
    }

    private String wanted(Query query) {
        return kinds(query.type()) + query.from().map(from -> " AND " + time + " >= :from").orElse("")
                + query.until().map(until -> " AND " + time + " < :until").orElse("");
    }

    /** Not of expiries. */
    String nextRecorded(boolean bounded) {
        return "SELECT " + columns + from + " AND balance_after IS NOT NULL" + between(bounded) + " ORDER BY " + time
                + ", id LIMIT 1";
    }

    String unrecordedSum(boolean bounded) {
        return "SELECT COALESCE(SUM(" + quantity + "), 0)" + from
                + (this == EXPIRY ? "" : " AND balance_after IS NULL") + between(bounded);
    }

    private String between(boolean bounded) {
        String after = " AND " + time + " >= :after AND (" + time + " > :after OR id > :afterId)";
        return bounded ? after + " AND " + time + " <= :before AND (" + time + " < :before OR id < :beforeId)" : after;
    }

    private String kinds(Optional<Type> type) {
        if (this != GRANT || type.isEmpty()) {
            return "";
        }
        return " AND kind IN (" + switch (type.get()) {
            case PURCHASE -> "'CREDIT_PACKAGE'";
            case GRANT -> "'PLAN', 'EXTENSION'";
            default -> "'" + type.get().name() + "'";
        } + ")";
    }

    static Type type(String kind) {
        return switch (kind) {
            case "CREDIT_PACKAGE" -> Type.PURCHASE;
            case "PLAN", "EXTENSION" -> Type.GRANT;
            default -> Type.valueOf(kind);
        };
    }
}
