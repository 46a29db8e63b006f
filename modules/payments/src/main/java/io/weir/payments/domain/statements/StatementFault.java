package io.weir.payments.domain.statements;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;

/** What is wrong with a file, in the words of a refusal. */
final class StatementFault {
    private static final int SHOWN = 60;

    private StatementFault() {
    }

    static RefusedException unreadable() {
        return Refusal.invalid("STATEMENT_UNREADABLE").asException();
    }

    /** @param what {@code date}, {@code amount} or {@code currency} */
    static RefusedException line(int lineNo, String what, String value) {
        var shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return Refusal.invalid("STATEMENT_LINE_WRONG", String.valueOf(lineNo), what, shown).with("line", lineNo)
                .with("part", what).asException();
    }
}
