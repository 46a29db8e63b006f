package io.weir.payments.domain.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.payments.domain.statements.ReadStatement.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files as banks in three languages write them. */
class StatementFileTest {
    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final String VIETNAMESE = """
            SAO KÊ TÀI KHOẢN
            Số tài khoản,0123 456 789,Chủ tài khoản,CONG TY IQX
            STT,Ngày giao dịch / TNX Date,Số CT / Doc No,Số tiền ghi nợ / Debit,Số tiền ghi có / Credit,Số dư / Balance,Nội dung chi tiết / Transactions in detail
            1,25/11/2026 08:15:00,FT26330001,,"99,000","1,099,000",MBVCB.123.WR7K3M9Q2A chuyen tien.CT tu NGUYEN VAN A
            2,25/11/2026 09:00:00,FT26330002,"50,000",,"1,049,000",Phí dịch vụ
            3,26/11/2026,FT26330003,,"1,500,000.00","2,549,000",Thanh toán đơn hàng
            Tổng cộng,,,"50,000","1,599,000",,
            """;
    private static final String GERMAN = """
            "Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
            "DE02120300000000202051";"25.11.26";"25.11.26";"GUTSCHR. UEBERWEISUNG";"WR7K-3M9Q-2A Müller";"";"";"NOTPROVIDED";"";"";"Jürgen Müller";"DE89370400440532013000";"COBADEFFXXX";"1.234,50";"EUR";"Umsatz gebucht"
            "DE02120300000000202051";"26.11.26";"26.11.26";"LASTSCHRIFT";"Strom";"";"";"";"";"";"Stadtwerke";"";"";"-80,00";"EUR";"Umsatz gebucht"
            """;
    private static final String BRITISH = """
            Date,Transaction type,Description,Paid out,Paid in,Balance
            25 Nov 2026,Bank credit,"WR7K3M9Q2A, thank you",,£49.00,£149.00
            26 Nov 2026,Direct Debit,Rates,£20.00,,£129.00
            """;

    @Test
    void a_vietnamese_file_with_a_heading_and_a_sum() {
        var read = read(VIETNAMESE.getBytes(StandardCharsets.UTF_8), "VND");
        assertThat(read.format()).isEqualTo(Format.CSV);
        assertThat(read.bankAccount()).contains("0123456789");
        assertThat(read.skipped()).isEqualTo(1);
        assertThat(read.lines()).hasSize(2);
        var line = read.lines().get(0);
        assertThat(line.lineNo()).isEqualTo(4);
        assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(line.amount()).hasToString("99000 VND");
        assertThat(line.memo()).contains("WR7K3M9Q2A");
        assertThat(line.bankReference()).contains("FT26330001");
        assertThat(read.lines().get(1).amount()).hasToString("1500000 VND");
    }

    @Test
    void a_german_file_with_signed_amounts_and_semicolons() {
        var read = read(GERMAN.getBytes(Charset.forName("windows-1252")), "EUR");
        assertThat(read.skipped()).isEqualTo(1);
        var line = read.lines().get(0);
        assertThat(line.amount()).hasToString("1234.50 EUR");
        assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(line.counterparty()).contains("Jürgen Müller");
        assertThat(line.memo()).isEqualTo("GUTSCHR. UEBERWEISUNG WR7K-3M9Q-2A Müller");
    }

    @Test
    void an_english_file_with_money_in_and_out() {
        var read = read(BRITISH.getBytes(StandardCharsets.UTF_8), "EUR");
        assertThat(read.skipped()).isEqualTo(1);
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).hasToString("49.00 GBP");
            assertThat(line.memo()).isEqualTo("WR7K3M9Q2A, thank you");
        });
    }

    @Test
    void tabs_a_byte_order_mark_and_the_side_in_a_column_of_its_own() {
        var text = "\uFEFFBooking date\tAmount\tCurrency\tDebit/Credit\tDetails\tCounterparty\n"
                + "2026-11-25\t10.00\tEUR\tC\tfirst\tAda\n2026-11-25\t11.00\tEUR\tD\tsecond\tBob\n";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), "USD").lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).hasToString("10.00 EUR");
            assertThat(line.counterparty()).contains("Ada");
        });
        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE), "USD").lines()).hasSize(1);
    }

    @Test
    void the_old_vietnamese_code_page_is_understood() {
        var text = "Ngày giao dịch;Số tiền ghi có;Nội dung\n25/11/2026;99.000;Thanh toán dịch vụ\n";
        var bytes = Normalizer.normalize(text, Normalizer.Form.NFD).replace("o\u0323\u0302", "ô\u0323")
                .replace("a\u0302", "â").replace("o\u0302", "ô").replace("e\u0302", "ê").replace("o\u031B", "ơ")
                .replace("u\u031B", "ư").replace("a\u0306", "ă").getBytes(Charset.forName("windows-1258"));
        var read = StatementFile.read(bytes, Currency.getInstance("VND"), VI);
        assertThat(read.lines()).singleElement().satisfies(line ->
                assertThat(line.memo()).startsWith("Thanh toán d"));
    }

    @Test
    void a_memo_may_hold_line_breaks_and_delimiters() {
        var text = "Date;Amount;Description\n2026-11-25;1,00;\"one\ntwo; three\"\n2026-11-26;x;wrong\n";
        assertThatThrownBy(() -> read(text.getBytes(), "EUR")).isInstanceOf(RefusedException.class)
                .satisfies(refused -> {
                    var refusal = ((RefusedException) refused).refusal();
                    assertThat(refusal.code()).isEqualTo("STATEMENT_LINE_WRONG");
                    assertThat(refusal.members()).containsEntry("line", 4).containsEntry("part", "amount");
                });
        assertThat(read(text.replace(";x;", ";2,00;").getBytes(), "EUR").lines().get(0).memo())
                .isEqualTo("one two; three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "a,b,c\n1,2,3\n", "Date,Description\n2026-01-01,no amount\n",
        "\"never closed;1;2\n", "<html><body>Date,Amount</body></html>", "PK\u0003\u0004"})
    void what_is_no_statement_is_refused(String text) {
        assertThatThrownBy(() -> read(text.getBytes(), "EUR")).isInstanceOf(RefusedException.class)
                .hasMessage("STATEMENT_UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30,1.00,EUR", "2026-02-03,1.0055,EUR", "2026-02-03,1.00,Bananas"})
    void a_line_that_makes_no_sense_is_refused_with_its_number(String line) {
        assertThatThrownBy(() -> read(("Date,Amount,Currency\n2026-02-01,1.00,EUR\n" + line).getBytes(), "EUR"))
                .isInstanceOfSatisfying(RefusedException.class, refused ->
                        assertThat(refused.refusal().members()).containsEntry("line", 3));
    }

    @Test
    void a_cell_of_a_megabyte_is_no_amount() {
        var text = "Date,Amount,Text\n2026-02-01,1" + ".1".repeat(500_000) + ",x";
        assertThatThrownBy(() -> read(text.getBytes(), "EUR")).hasMessage("STATEMENT_LINE_WRONG");
    }

    @Test
    void equal_transfers_stay_two_and_overlapping_files_share_their_keys() {
        var head = "Date,Amount,Description\n";
        var first = read((head + "2026-11-25,5.00,same\n2026-11-25,5.00,same\n2026-11-25,5.00,other\n").getBytes(),
                "EUR");
        var second = read((head + "2026-11-25,5.00,same\n2026-11-25,5.00,same\n2026-11-25,5.00,same\n").getBytes(),
                "EUR");
        var firstKeys = LineKeys.of(first.bankAccount(), first.lines()).keySet();
        var secondKeys = LineKeys.of(second.bankAccount(), second.lines()).keySet();
        assertThat(firstKeys).hasSize(3);
        assertThat(secondKeys).hasSize(3);
        assertThat(List.copyOf(secondKeys).subList(0, 2)).isSubsetOf(firstKeys);
        assertThat(List.copyOf(secondKeys).get(2)).isNotIn(firstKeys);
    }

    private static ReadStatement read(byte[] bytes, String currency) {
        return StatementFile.read(bytes, Currency.getInstance(currency), Locale.ENGLISH);
    }
}
