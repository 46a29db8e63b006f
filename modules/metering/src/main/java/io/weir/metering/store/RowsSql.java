package io.weir.metering.store;

import java.util.List;

/** One multi-row insert, which is nothing at all while it has no rows. */
final class RowsSql {
    private final SqlText text;
    private final String end;
    private boolean any;

    RowsSql(String insert, String end) {
        this.text = new SqlText(insert);
        this.end = end;
    }

    /** Begins a row; its values follow on the answer. */
    SqlText next() {
        text.sql(any ? "),(" : "(");
        any = true;
        return text;
    }

    void addTo(List<SqlText> statements) {
        if (any) {
            statements.add(text.sql(")").sql(end));
        }
    }
}
