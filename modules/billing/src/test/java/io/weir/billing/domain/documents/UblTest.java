package io.weir.billing.domain.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.kernel.api.RefusedException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UblTest {
    private static UblRules rules;
    private final Paperwork paperwork = new Paperwork(new ShippedTexts());

    @BeforeAll
    static void read() throws Exception {
        rules = new UblRules();
    }

    static Stream<InvoiceDocument> documents() {
        var vi = Locale.forLanguageTag("vi");
        return Stream.of(
                Samples.in("EUR").line("Pro", "1", "49.00", Samples.GERMAN).line("Calls", "12345", "0.00021",
                        Samples.REDUCED).notes("One.", "Two & <three>.").document(),
                Samples.in("EUR").credit().line("Pro", "1", "49.00", Samples.GERMAN).document(),
                Samples.in("EUR").state(State.PAID).line("Pro", "1", "49.00", Samples.REVERSED).document(),
                Samples.in("EUR").state(State.VOID).line("Pro", "1", "49.00", Samples.NO_TAX).document(),
                Samples.in("EUR").seller(Samples.party("Small shop", "DE", null)).line("Pro", "1", "49.00",
                        Samples.NO_TAX).document(),
                Samples.in("VND").in(vi).seller(Samples.party("Công ty", "VN", "0312345678"))
                        .line("Gói Cơ bản", "3", "99000", Samples.VIETNAMESE).document(),
                changed().document());
    }

    /** Something set off, tiers that no unit price tells, nothing used, and a discount. */
    private static Samples changed() {
        var sample = Samples.in("EUR");
        return sample.line("Pro", "1", "100.00", Samples.GERMAN)
                .line("Unused time of Basic", "1", "-12.34", Samples.GERMAN)
                .line("Calls by tiers", "15000", "0.01", sample.money("117.77"), Samples.GERMAN)
                .line("Minimum", "0", "0", sample.money("5.00"), Samples.GERMAN)
                .line("Nothing used", "0", "0.01", Samples.GERMAN)
                .line("Discount", "3", "-1.111", sample.money("-3.33"), Samples.GERMAN);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fitsTheSchemaAndBreaksNoRuleOfTheNorm(InvoiceDocument document) throws Exception {
        var xml = paperwork.ubl(document);
        rules.validate(xml);
        assertThat(rules.broken(xml)).as(xml).isEmpty();
    }

    @Test
    void theRulesAreReallyAsked() throws Exception {
        var xml = paperwork.ubl(Samples.in("EUR").line("Pro", "1", "49.00", Samples.GERMAN).document());
        assertThat(rules.broken(xml.replace(">58.31</cbc:PayableAmount>", ">58.30</cbc:PayableAmount>")))
                .anyMatch(text -> text.contains("BR-CO-16"));
        assertThatThrownBy(() -> rules.validate(xml.replace("cbc:IssueDate", "cbc:IssuedOn")))
                .hasMessageContaining("IssuedOn");
    }

    @Test
    void sumsAreThoseOfTheLines() {
        var xml = paperwork.ubl(Samples.in("EUR").line("A", "1", "10.00", Samples.GERMAN).line("B", "3", "0.333",
                Samples.GERMAN).line("C", "1", "5.00", Samples.REDUCED).document());
        assertThat(xml).contains("<cbc:TaxableAmount currencyID=\"EUR\">11.00</cbc:TaxableAmount>"
                + "<cbc:TaxAmount currencyID=\"EUR\">2.09</cbc:TaxAmount>")
                .contains("<cbc:TaxableAmount currencyID=\"EUR\">5.00</cbc:TaxableAmount>"
                        + "<cbc:TaxAmount currencyID=\"EUR\">0.35</cbc:TaxAmount>")
                .contains("<cbc:LineExtensionAmount currencyID=\"EUR\">16.00</cbc:LineExtensionAmount>"
                        + "<cbc:TaxExclusiveAmount currencyID=\"EUR\">16.00</cbc:TaxExclusiveAmount>"
                        + "<cbc:TaxInclusiveAmount currencyID=\"EUR\">18.44</cbc:TaxInclusiveAmount>"
                        + "<cbc:PayableAmount currencyID=\"EUR\">18.44</cbc:PayableAmount>");
    }

    @Test
    void aLineThatTakesOffHasANegativeQuantityAndTiersHaveTheirSum() {
        var xml = paperwork.ubl(changed().document());
        assertThat(xml).contains(">-1</cbc:InvoicedQuantity>").contains(">12.34</cbc:PriceAmount>")
                .contains(">117.77</cbc:PriceAmount><cbc:BaseQuantity unitCode=\"C62\">15000</cbc:BaseQuantity>")
                .contains(">-3</cbc:InvoicedQuantity>").doesNotContain("<cbc:PriceAmount currencyID=\"EUR\">-");
    }

    @Test
    void daysAreThoseOfTheTenantAndNamesWhatTheyAre() {
        var xml = paperwork.ubl(Samples.in("EUR").line("Bell\u0007 & \"quote\" <b>", "1", "1", Samples.GERMAN)
                .document());
        assertThat(xml).contains("<cbc:IssueDate>2026-04-01</cbc:IssueDate><cbc:DueDate>2026-04-15</cbc:DueDate>",
                "<cbc:StartDate>2026-03-01</cbc:StartDate><cbc:EndDate>2026-03-31</cbc:EndDate>",
                "<cbc:Name>Bell &amp; \"quote\" &lt;b&gt;</cbc:Name>");
    }

    @Test
    void aCreditNoteNamesItsInvoice() {
        assertThat(paperwork.ubl(Samples.in("EUR").credit().line("Pro", "1", "49", Samples.GERMAN).document()))
                .contains("<CreditNote ", "<cbc:CreditNoteTypeCode>381<",
                        "<cac:InvoiceDocumentReference><cbc:ID>IQX-2026-000017</cbc:ID>");
    }

    @Test
    void aDraftHasNone() {
        var draft = Samples.in("EUR").state(State.DRAFT).line("Pro", "1", "49", Samples.GERMAN).document();
        assertThatThrownBy(() -> paperwork.ubl(draft)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("INVOICE_NOT_FINAL"));
    }
}
