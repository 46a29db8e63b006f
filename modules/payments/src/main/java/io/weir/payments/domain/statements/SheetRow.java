package io.weir.payments.domain.statements;

import java.util.List;

/** A row of a table, and the line of the file that it begins on. */
record SheetRow(int lineNo, List<String> cells) {
    SheetRow {
        cells = List.copyOf(cells);
    }

    /** What is not there is empty. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
