package io.weir.metering.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Several statements that travel as one, and stop at the first that fails: MariaDB runs them one after the other, as it
 * would in a procedure, without a client setting that would let every statement of this connection be two.
 */
record Compound(List<String> statements) {
    private static final String ONE_ROW = "IF ROW_COUNT()<>1 THEN SIGNAL SQLSTATE '45000' "
            + "SET MESSAGE_TEXT='a locked row is gone'; END IF";

    Compound {
        statements = List.copyOf(statements);
    }

    /** Writes that end in their own commit; each update of an allowance must have found its row, or nothing is done. */
    static Compound committing(List<String> writes) {
        var all = new ArrayList<String>(writes.size() + 2);
        for (var write : writes) {
            all.add(write);
            if (write.startsWith(WriteSql.UPDATE_ALLOWANCE)) {
                all.add(ONE_ROW);
            }
        }
        all.add("COMMIT");
        return new Compound(all);
    }

    String sql() {
        return "BEGIN NOT ATOMIC " + String.join("; ", statements) + "; END";
    }
}
