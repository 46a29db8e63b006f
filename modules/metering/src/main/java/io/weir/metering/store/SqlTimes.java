package io.weir.metering.store;

import io.weir.metering.domain.Stretch;
import java.util.List;

/** Stretches of time as a condition. */
final class SqlTimes {
    private SqlTimes() {
    }

    /** False without any. */
    static String within(String column, List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return "FALSE";
        }
        var text = new SqlText("(");
        String separator = "";
        for (var stretch : stretches) {
            text.sql(separator).sql(column).sql(" >= ").moment(stretch.from()).sql(" AND ").sql(column).sql(" < ")
                    .moment(stretch.until());
            separator = " OR ";
        }
        return text.sql(")").toString();
    }
}
