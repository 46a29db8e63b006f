package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.kernel.api.Money;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The taxes of a document: a breakdown by rate, each line's sum in exactly one of them. */
final class UblTax {
    private final Wording words;
    private final UblXml xml;
    private final boolean sellerHasVatId;
    private final List<Tax.Sum> sums;
    private final Money none;

    UblTax(InvoiceDocument document, Wording words, UblXml xml) {
        this.words = words;
        this.xml = xml;
        this.sellerHasVatId = document.seller().vatId().isPresent();
        this.sums = Tax.sums(document, sellerHasVatId);
        this.none = Money.zero(document.currency());
    }

    Tax of(TaxRate rate) {
        return Tax.of(rate, sellerHasVatId);
    }

    /** Then the norm wants no VAT id on the document at all. */
    boolean isOutside() {
        return sums.stream().anyMatch(sum -> sum.tax().isOutside());
    }

    void total() throws XMLStreamException {
        xml.open("TaxTotal");
        xml.amount("TaxAmount", sums.stream().map(Tax.Sum::amount).reduce(none, Money::plus));
        for (var sum : sums) {
            xml.open("TaxSubtotal");
            xml.amount("TaxableAmount", sum.net());
            xml.amount("TaxAmount", sum.amount());
            category("TaxCategory", sum.tax());
            xml.close();
        }
        xml.close();
    }

    /** Why there is no tax is said in the breakdown, and not on each line. */
    void category(String element, Tax tax) throws XMLStreamException {
        xml.open(element);
        xml.basic("ID", tax.code());
        if (!tax.isOutside()) {
            xml.basic("Percent", tax.percent().toPlainString());
        }
        if (element.equals("TaxCategory")) {
            reason(tax.code());
        }
        xml.open("TaxScheme");
        xml.basic("ID", "VAT");
        xml.close();
        xml.close();
    }

    private void reason(String code) throws XMLStreamException {
        switch (code) {
            case Tax.REVERSED -> {
                xml.basic("TaxExemptionReasonCode", "VATEX-EU-AE");
                xml.basic("TaxExemptionReason", words.plain("REVERSE_CHARGE"));
            }
            case Tax.OUTSIDE -> {
                xml.basic("TaxExemptionReasonCode", "VATEX-EU-O");
                xml.basic("TaxExemptionReason", words.plain("NO_TAX"));
            }
            case Tax.EXEMPT -> xml.basic("TaxExemptionReason", words.plain("NO_TAX"));
            default -> {
                // A rate speaks for itself.
            }
        }
    }
}
