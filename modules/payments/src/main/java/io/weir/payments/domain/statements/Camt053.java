package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import io.weir.payments.domain.statements.ReadStatement.Format;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * ISO 20022 camt.053, all versions from 001.02 on, read by local names. Of an entry that gathers several transactions
 * each is a line when their amounts add up to it; else the entry is one. Booked credits only: pending ones are not
 * money yet, and a reversal is our own money coming back.
 */
final class Camt053 {
    private static final String NOTHING = "NOTPROVIDED";
    private final Xml document;
    private final List<ReadLine> lines = new ArrayList<>();
    private int entries;
    private int skipped;

    Camt053(byte[] bytes) {
        document = Xml.read(bytes).orElseThrow(StatementFault::unreadable);
    }

    ReadStatement read() {
        var statements = document.all("BkToCstmrStmt", "Stmt");
        if (!document.isCalled("Document") || statements.isEmpty()) {
            throw StatementFault.unreadable();
        }
        statements.stream().flatMap(statement -> statement.all("Ntry").stream()).forEach(this::entry);
        return new ReadStatement(Format.CAMT053, account(statements.get(0)), lines, skipped);
    }

    private void entry(Xml entry) {
        entries++;
        if (!isIncoming(entry)) {
            skipped++;
            return;
        }
        var amount = amount(entry.one("Amt").orElseThrow(() -> StatementFault.line(entries, "amount", "")));
        if (amount.minor() <= 0) {
            skipped++;
            return;
        }
        var parts = entry.all("NtryDtls", "TxDtls");
        var amounts = parts.stream().map(part -> partAmount(part, amount.currency())).toList();
        if (parts.size() > 1 && addUp(amounts, amount)) {
            for (int i = 0; i < parts.size(); i++) {
                lines.add(line(entry, List.of(parts.get(i)), amounts.get(i).orElseThrow()));
            }
        } else {
            lines.add(line(entry, parts, amount));
        }
    }

    private static boolean isIncoming(Xml entry) {
        var status = entry.text("Sts", "Cd").or(() -> entry.text("Sts")).orElse("BOOK");
        return entry.text("CdtDbtInd").filter("CRDT"::equals).isPresent() && status.equals("BOOK")
                && entry.text("RvslInd").filter(word -> word.equals("true") || word.equals("1")).isEmpty();
    }

    private static boolean addUp(List<Optional<Money>> parts, Money whole) {
        return parts.stream().allMatch(part -> part.filter(money -> money.minor() > 0).isPresent())
                && parts.stream().map(Optional::orElseThrow).reduce(Money.zero(whole.currency()), Money::plus)
                .equals(whole);
    }

    /** What came to the account; the amount that was instructed may be in another currency. */
    private Optional<Money> partAmount(Xml part, Currency currency) {
        return Stream.of(part.one("Amt"), part.one("AmtDtls", "TxAmt", "Amt")).flatMap(Optional::stream)
                .map(this::amount).filter(money -> money.currency().equals(currency)).findFirst();
    }

    private Money amount(Xml amount) {
        var currency = CurrencyWord.whole(amount.attribute("Ccy"))
                .orElseThrow(() -> StatementFault.line(entries, "currency", amount.attribute("Ccy")));
        try {
            return Money.ofMajor(new BigDecimal(amount.text()), currency);
        } catch (ArithmeticException | NumberFormatException e) {
            throw StatementFault.line(entries, "amount", amount.text());
        }
    }

    private ReadLine line(Xml entry, List<Xml> parts, Money amount) {
        var counterparty = first(parts, part -> part.text("RltdPties", "Dbtr", "Pty", "Nm")
                .or(() -> part.text("RltdPties", "Dbtr", "Nm")).or(() -> part.text("RltdPties", "UltmtDbtr", "Nm")));
        var reference = first(parts, part -> part.text("Refs", "AcctSvcrRef"))
                .filter(found -> parts.size() == 1).or(() -> entry.text("AcctSvcrRef"))
                .or(() -> entry.text("NtryRef"));
        return new ReadLine(entries, date(entry), amount, counterparty, memo(entry, parts), reference);
    }

    private static Optional<String> first(List<Xml> parts, Function<Xml, Optional<String>> what) {
        return parts.stream().flatMap(part -> what.apply(part).stream()).findFirst();
    }

    private LocalDate date(Xml entry) {
        var text = Stream.of("BookgDt", "ValDt").flatMap(date -> Stream.of("Dt", "DtTm")
                .flatMap(kind -> entry.text(date, kind).stream())).findFirst().orElse("");
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw StatementFault.line(entries, "date", text);
        }
    }

    /** All that the payer may have written, and the bank about it. */
    private static String memo(Xml entry, List<Xml> parts) {
        var ofParts = parts.stream().flatMap(part -> Stream.of(part.all("RmtInf", "Ustrd"),
                part.all("RmtInf", "Strd", "CdtrRefInf", "Ref"), part.all("RmtInf", "Strd", "AddtlRmtInf"),
                part.all("Refs", "EndToEndId"), part.all("AddtlTxInf")).flatMap(List::stream));
        return String.join(" ", Stream.concat(ofParts, entry.all("AddtlNtryInf").stream()).map(Xml::text)
                .filter(text -> !text.isEmpty() && !text.equals(NOTHING)).distinct().toList());
    }

    private static Optional<String> account(Xml statement) {
        return statement.text("Acct", "Id", "IBAN").or(() -> statement.text("Acct", "Id", "Othr", "Id"))
                .map(text -> text.replace(" ", "")).filter(text -> text.length() <= 64);
    }
}
