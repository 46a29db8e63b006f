package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import io.weir.payments.domain.statements.ReadStatement.Format;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bank's CSV file. Rows without a date or without any amount are sums, headings and wrapped memos; outgoing money and
 * nothing are skipped and counted; whatever else cannot be read is refused with its line.
 */
final class CsvStatement {
    private static final Pattern IBAN = Pattern.compile(
            "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern ACCOUNT_WORD = Pattern.compile(
            "\\b(account|account no|account number|so tai khoan|tai khoan|kontonummer|konto)\\b");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\b\\d[\\d ]{5,22}\\d\\b");
    private static final Pattern OUTGOING = Pattern.compile("(?i)d|dr|debit|dbit|s|soll|nợ|no|ghi nợ|ghi no|out|-");
    private static final Pattern INCOMING = Pattern.compile("(?i)c|cr|credit|crdt|h|haben|có|co|ghi có|ghi co|in|\\+");
    private final Currency usual;

    CsvStatement(Currency usual) {
        this.usual = usual;
    }

    ReadStatement read(String text) {
        var sheet = Sheet.of(text).orElseThrow(StatementFault::unreadable);
        var rows = sheet.rows().stream().filter(row -> isLine(sheet.columns(), row)).toList();
        var dates = SheetDates.of(rows.stream().map(sheet.columns()::date).toList());
        var currency = sheet.columns().currency().orElse(usual);
        var lines = new ArrayList<ReadLine>();
        for (var row : rows) {
            var amount = incoming(sheet.columns(), row, currency(sheet.columns(), row, currency));
            amount.ifPresent(money -> lines.add(line(sheet.columns(), row, dates, money)));
        }
        return new ReadStatement(Format.CSV, account(sheet.above()), lines, rows.size() - lines.size());
    }

    private static boolean isLine(Columns columns, SheetRow row) {
        boolean dated = columns.date(row).chars().anyMatch(Character::isDigit);
        return dated && !(columns.in(row, Meaning.AMOUNT) + columns.in(row, Meaning.CREDIT)
                + columns.in(row, Meaning.DEBIT)).isBlank();
    }

    private static Currency currency(Columns columns, SheetRow row, Currency usual) {
        var told = columns.in(row, Meaning.CURRENCY);
        return told.isEmpty() ? usual : CurrencyWord.whole(told)
                .orElseThrow(() -> StatementFault.line(row.lineNo(), "currency", told));
    }

    /** Empty when nothing came in. */
    private static Optional<Money> incoming(Columns columns, SheetRow row, Currency currency) {
        var text = columns.in(row, columns.has(Meaning.CREDIT) ? Meaning.CREDIT : Meaning.AMOUNT);
        if (text.isEmpty() || text.matches("[-–—.]+")) {
            return Optional.empty();
        }
        var money = SheetAmount.of(text, CurrencyWord.in(text).orElse(currency))
                .orElseThrow(() -> StatementFault.line(row.lineNo(), "amount", text));
        return Optional.of(money).filter(one -> one.minor() > 0 && !isOutgoing(columns, row));
    }

    private static boolean isOutgoing(Columns columns, SheetRow row) {
        var side = columns.in(row, Meaning.SIDE);
        if (side.isEmpty() || INCOMING.matcher(side).matches()) {
            return false;
        }
        if (!OUTGOING.matcher(side).matches()) {
            throw StatementFault.line(row.lineNo(), "side", side);
        }
        return true;
    }

    private static ReadLine line(Columns columns, SheetRow row, SheetDates dates, Money money) {
        var date = columns.date(row);
        return new ReadLine(row.lineNo(), dates.read(date).orElseThrow(() ->
                StatementFault.line(row.lineNo(), "date", date)), money,
                Optional.of(columns.in(row, Meaning.COUNTERPARTY)), columns.memo(row),
                Optional.of(columns.in(row, Meaning.REFERENCE)));
    }

    /** The account that the file is of, as it stands above the table. */
    private static Optional<String> account(List<SheetRow> above) {
        for (var row : above) {
            var text = String.join(" ", row.cells());
            var iban = IBAN.matcher(text);
            if (iban.find()) {
                return Optional.of(iban.group().replace(" ", ""));
            }
            var number = ACCOUNT_NUMBER.matcher(text);
            if (ACCOUNT_WORD.matcher(PlainWords.of(text)).find() && number.find()) {
                return Optional.of(number.group().replace(" ", ""));
            }
        }
        return Optional.empty();
    }
}
