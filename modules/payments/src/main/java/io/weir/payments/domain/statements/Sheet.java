package io.weir.payments.domain.statements;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table in a bank's CSV file: its columns, the rows below their names, and what stands above them. Which character
 * divides the cells is found out by trying: the right one shows a row of names that are known.
 */
record Sheet(List<SheetRow> above, Columns columns, List<SheetRow> rows) {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
    /** Banks put the account, its holder and the period above the table. */
    private static final int NAMES_WITHIN = 60;

    /** Empty when no row names at least a date and an amount. */
    static Optional<Sheet> of(String text) {
        return DELIMITERS.stream().flatMap(delimiter -> Stream.ofNullable(divided(text, delimiter)))
                .flatMap(rows -> found(rows).stream())
                .reduce((one, other) -> other.columns.known() > one.columns.known() ? other : one);
    }

    private static Optional<Sheet> found(List<SheetRow> rows) {
        for (int i = 0; i < Math.min(NAMES_WITHIN, rows.size()); i++) {
            var columns = Columns.named(rows.get(i).cells());
            if (columns.areEnough()) {
                return Optional.of(new Sheet(rows.subList(0, i), columns, rows.subList(i + 1, rows.size())));
            }
        }
        return Optional.empty();
    }

    /** Null when the quotes do not close: then it was another character. */
    private static List<SheetRow> divided(String text, char delimiter) {
        var schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
        var reader = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES).enable(CsvParser.Feature.TRIM_SPACES).build().reader();
        try (var parser = reader.with(schema).createParser(text)) {
            var rows = new ArrayList<SheetRow>();
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    row(parser, rows);
                }
            }
            return rows;
        } catch (IOException unbalanced) {
            return null;
        }
    }

    /** The reader stands behind the first cell then, on its last line. */
    private static void row(JsonParser parser, List<SheetRow> rows) throws IOException {
        int lineNo = 0;
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                var cell = parser.getText();
                lineNo = cells.isEmpty() ? parser.currentLocation().getLineNr() - breaks(cell) : lineNo;
                cells.add(cell.strip());
            }
        }
        rows.add(new SheetRow(lineNo, cells));
    }

    private static int breaks(String cell) {
        return (int) cell.chars().filter(character -> character == '\n').count();
    }
}
