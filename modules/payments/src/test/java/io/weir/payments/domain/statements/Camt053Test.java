package io.weir.payments.domain.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.payments.domain.statements.ReadStatement.Format;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Camt053Test {
    private static final String ONE = """
            <Ntry><Amt Ccy="EUR">49.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
              <BookgDt><Dt>2026-11-25</Dt></BookgDt><AcctSvcrRef>BANK-1</AcctSvcrRef>
              <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                <RltdPties><Dbtr><Nm>Ada Lovelace</Nm></Dbtr></RltdPties>
                <RmtInf><Ustrd>Rechnung WR7K3M</Ustrd><Ustrd>9Q2A</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>""";

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "08", "10", "13"})
    void every_version_is_read(String version) {
        var read = read(document(version, ONE));
        assertThat(read.format()).isEqualTo(Format.CAMT053);
        assertThat(read.bankAccount()).contains("DE02120300000000202051");
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).hasToString("49.00 EUR");
            assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 25));
            assertThat(line.counterparty()).contains("Ada Lovelace");
            assertThat(line.memo()).isEqualTo("Rechnung WR7K3M 9Q2A");
            assertThat(line.bankReference()).contains("BANK-1");
        });
    }

    @Test
    void the_newer_shape_of_names_states_and_times() {
        var read = read(document("13", """
                <Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <BookgDt><DtTm>2026-11-25T23:30:00+01:00</DtTm></BookgDt>
                  <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Bob</Nm></Pty></Dbtr></RltdPties>
                    <RmtInf><Strd><CdtrRefInf><Ref>RF18WR7K3M9Q2A</Ref></CdtrRefInf></Strd></RmtInf>
                  </TxDtls></NtryDtls></Ntry>"""));
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.counterparty()).contains("Bob");
            assertThat(line.memo()).isEqualTo("RF18WR7K3M9Q2A");
            assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 25));
        });
    }

    @Test
    void outgoing_pending_reversed_and_empty_entries_are_skipped() {
        var debit = ONE.replace("CRDT", "DBIT");
        var pending = ONE.replace("BOOK", "PDNG");
        var reversal = ONE.replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
        var nothing = ONE.replace("49.00", "0.00");
        var read = read(document("02", debit + pending + reversal + nothing + ONE));
        assertThat(read.skipped()).isEqualTo(4);
        assertThat(read.lines()).singleElement().satisfies(line -> assertThat(line.lineNo()).isEqualTo(5));
    }

    @Test
    void an_entry_of_several_transactions_is_several_lines_when_they_add_up() {
        var both = batch("30.00", "19.00");
        var read = read(document("02", both));
        assertThat(read.lines()).extracting(line -> line.amount().toString()).containsExactly("30.00 EUR", "19.00 EUR");
        assertThat(read.lines()).extracting(ReadLine::memo).containsExactly("first", "second");
        var odd = read(document("02", batch("30.00", "18.00")));
        assertThat(odd.lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).hasToString("49.00 EUR");
            assertThat(line.memo()).isEqualTo("first second");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "<Document>", "<Document xmlns='urn:camt.054'><BkToCstmrDbtCdtNtfctn/></Document>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<Document><BkToCstmrStmt><Stmt>&x;</Stmt></BkToCstmrStmt></Document>",
        "<!DOCTYPE a [<!ENTITY x 'ha'>]><Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>"})
    void what_is_no_statement_or_wants_more_than_to_be_read_is_refused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(RefusedException.class).hasMessage("STATEMENT_UNREADABLE");
    }

    @Test
    void a_tower_of_elements_is_refused() {
        var tower = document("02", "<x>".repeat(50_000) + "</x>".repeat(50_000));
        assertThatThrownBy(() -> read(tower)).isInstanceOf(RefusedException.class);
    }

    @Test
    void an_entry_that_makes_no_sense_is_refused_with_its_number() {
        assertThatThrownBy(() -> read(document("02", ONE + ONE.replace("49.00", "49.001"))))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("STATEMENT_LINE_WRONG");
                    assertThat(refused.refusal().members()).containsEntry("line", 2);
                });
        assertThatThrownBy(() -> read(document("02", ONE.replace("2026-11-25", "25.11.2026"))))
                .isInstanceOf(RefusedException.class).hasMessage("STATEMENT_LINE_WRONG");
    }

    private static String batch(String first, String second) {
        return """
                <Ntry><Amt Ccy="EUR">49.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><Dt>2026-11-25</Dt></BookgDt><NtryDtls>
                  <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">%s</Amt></TxAmt></AmtDtls>
                    <RmtInf><Ustrd>first</Ustrd></RmtInf></TxDtls>
                  <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">%s</Amt></TxAmt></AmtDtls>
                    <RmtInf><Ustrd>second</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>""".formatted(first, second);
    }

    private static String document(String version, String entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt><GrpHdr/><Stmt>
                <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>%s
                </Stmt></BkToCstmrStmt></Document>""".formatted(version, entries);
    }

    private static ReadStatement read(String xml) {
        return StatementFile.read(xml.getBytes(StandardCharsets.UTF_8), Currency.getInstance("EUR"), Locale.ENGLISH);
    }
}
