package io.weir.payments.domain.statements;

import java.util.List;
import java.util.Optional;

/** What a file says. {@code skipped}: how many of its lines are no incoming money. */
public record ReadStatement(Format format, Optional<String> bankAccount, List<ReadLine> lines, int skipped) {
    /** What can be read. */
    public enum Format { CSV, CAMT053 }

    public ReadStatement {
        lines = List.copyOf(lines);
    }
}
