package io.weir.payments.domain.statements;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column may be, and how English, Vietnamese and German banks call it; without accents, in small letters. The
 * order matters: "số dư" and "ghi nợ" are told before "số tiền", because "số tiền ghi nợ" is a debit.
 */
enum Meaning {
    SIDE("debit credit", "credit debit", "dr cr", "cr dr", "d c", "c d", "dc", "dr cr indicator", "soll haben",
            "soll haben kennzeichen", "credit debit indicator", "loai phat sinh"),
    BALANCE("balance", "running balance", "so du", "so du cuoi", "saldo", "kontostand"),
    DEBIT("debit", "debits", "debit amount", "paid out", "money out", "withdrawal", "withdrawals", "ghi no",
            "phat sinh no", "tien ra", "so tien rut", "soll", "belastung", "lastschrift", "ausgang", "no"),
    CREDIT("credit", "credits", "credit amount", "paid in", "money in", "deposit", "deposits", "ghi co",
            "phat sinh co", "tien vao", "so tien gui", "haben", "gutschrift", "eingang", "co"),
    CURRENCY("currency", "ccy", "loai tien", "tien te", "don vi tien te", "waehrung", "wahrung"),
    VALUE_DATE("value date", "valuta", "valutadatum", "wertstellung", "ngay hieu luc", "ngay gia tri"),
    BOOKED("booking date", "transaction date", "posting date", "posted date", "completed date", "date",
            "ngay giao dich", "ngay hach toan", "ngay gd", "ngay", "thoi gian", "buchungstag", "buchungsdatum",
            "buchung", "datum"),
    REFERENCE("reference number", "reference no", "ref no", "reference", "ref", "transaction id", "transaction no",
            "transaction number", "so tham chieu", "tham chieu", "so but toan", "ma giao dich", "so giao dich",
            "ma gd", "so ct", "referenz", "kundenreferenz", "end to end referenz"),
    COUNTERPARTY("counterparty", "counterparty name", "payer", "payer name", "remitter", "sender", "from", "name",
            "doi tac", "ten doi tac", "nguoi chuyen", "ten nguoi chuyen", "tai khoan doi ung", "ten tai khoan doi ung",
            "auftraggeber", "zahlungspflichtiger", "beguenstigter zahlungspflichtiger", "zahlungsbeteiligter",
            "name zahlungsbeteiligter", "auftraggeber empfaenger", "zahlungspflichtige r"),
    MEMO("description", "memo", "details", "transaction details", "payment details", "narrative", "narration",
            "remarks", "remark", "particulars", "message", "payment reference", "payer reference", "noi dung",
            "noi dung giao dich", "noi dung chuyen khoan",
            "dien giai", "mo ta", "chi tiet", "verwendungszweck", "buchungstext"),
    AMOUNT("amount", "transaction amount", "so tien", "betrag", "umsatz", "gia tri giao dich");

    /** "Tài khoản ghi có" is no credit. */
    private static final Pattern ACCOUNT = Pattern.compile("\\b(account|tai khoan|iban|bic|konto|kontonummer)\\b");
    private final List<String> names;

    Meaning(String... names) {
        this.names = List.of(names);
    }

    /** By the whole name, else by words in it, of the longest that is known: "Số tiền ghi có (VND)" is a credit. */
    static Optional<Meaning> of(String name) {
        var plain = PlainWords.of(name);
        return first(plain, true).or(() -> ACCOUNT.matcher(plain).find() ? Optional.empty() : first(plain, false));
    }

    private static Optional<Meaning> first(String plain, boolean whole) {
        return Arrays.stream(values()).filter(meaning -> meaning.names.stream().anyMatch(known ->
                whole ? plain.equals(known) : isLong(known) && (" " + plain + " ").contains(" " + known + " ")))
                .findFirst();
    }

    /** "no", "co" and "ref" stand in too many other names. */
    private static boolean isLong(String known) {
        return known.length() > 3;
    }
}
