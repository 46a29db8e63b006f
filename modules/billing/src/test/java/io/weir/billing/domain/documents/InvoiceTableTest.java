package io.weir.billing.domain.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.InvoiceDocument.State;
import org.junit.jupiter.api.Test;

class InvoiceTableTest {
    @Test
    void aRowForEachLineWithAsManyCellsAsTheHeading() {
        var rows = Paperwork.rows(Samples.in("EUR").buyer(Samples.party("Acme", "AT", "ATU1"))
                .line("Pro", "1", "49.00", Samples.GERMAN).line("Calls", "12345", "0.00021", Samples.NO_TAX)
                .document());
        var lines = rows.split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).isEqualTo("00000000-0000-0001-0000-000000000002,IQX-2026-000017,invoice,open,,2026-04-01,"
                + "2026-04-15,,2026-02-28T17:00:00Z,2026-03-31T17:00:00Z,Acme,AT,ATU1,EUR,51.59,9.31,60.90,0.00,60.90,"
                + "1,plan,Pro,1,calls,49.00,49.00,19,USt,false,9.31,58.31");
        for (var line : lines) {
            assertThat(line.split(",", -1)).hasSameSizeAs(Paperwork.heading().strip().split(",", -1));
        }
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndADraftHasNoNumber() {
        assertThat(Paperwork.rows(Samples.in("VND").credit().line("Gói", "1", "99000", Samples.NO_TAX).document()))
                .contains(",IQX-CN-2026-000002,credit_note,open,IQX-2026-000017,").contains(",99000,");
        assertThat(Paperwork.rows(Samples.in("VND").state(State.DRAFT).line("Gói", "1", "9", Samples.NO_TAX)
                .document())).contains(",,invoice,draft,,,");
    }

    @Test
    void whatASpreadsheetWouldRunIsHarmlessAndWhatSeparatesIsQuoted() {
        var evil = Samples.party("=HYPERLINK(\"http://evil\",\"x\")", "VN", "+1");
        assertThat(Paperwork.rows(Samples.in("VND").buyer(evil).line("@a,\nb", "1", "9", Samples.NO_TAX).document()))
                .contains(",\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",VN,'+1,").contains(",\"'@a,\nb\",");
    }

    @Test
    void anAmountThatTakesOffStaysANumber() {
        assertThat(Paperwork.rows(Samples.in("EUR").line("Off", "1", "-5.00", Samples.NO_TAX).document()))
                .contains(",-5.00,").doesNotContain("'-");
        assertThat(Paperwork.heading()).endsWith("\r\n");
    }
}
