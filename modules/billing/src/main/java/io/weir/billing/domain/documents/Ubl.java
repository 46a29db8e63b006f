package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * An invoice or a credit note in UBL 2.1, with the elements of EN 16931 and no others. The order of elements is the
 * schema's. What the norm wants and a seller has not told (a country, a VAT id) is left out rather than made up.
 */
final class Ubl {
    /** UNTDID 1001. */
    private static final String COMMERCIAL_INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    /** UNTDID 4461. */
    private static final String CREDIT_TRANSFER = "30";

    private final InvoiceDocument document;
    private final Wording words;
    private final boolean credit;
    private final UblTax tax;
    private final UblXml xml;

    private Ubl(InvoiceDocument document, Wording words) throws XMLStreamException {
        this.document = document;
        this.words = words;
        this.credit = document.kind() == Kind.CREDIT_NOTE;
        this.xml = new UblXml(credit ? "CreditNote" : "Invoice");
        this.tax = new UblTax(document, words, xml);
    }

    static String of(InvoiceDocument document, Wording words) {
        if (document.state() == State.DRAFT || document.number().isEmpty() || document.dates().issued().isEmpty()) {
            throw Refusal.conflict("INVOICE_NOT_FINAL").asException();
        }
        try {
            return new Ubl(document, words).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("UBL of " + document.id(), e);
        }
    }

    private String write() throws XMLStreamException {
        head();
        period();
        corrected();
        new UblParty(document.seller(), tax.isOutside(), xml).write("AccountingSupplierParty");
        new UblParty(document.buyer(), tax.isOutside(), xml).write("AccountingCustomerParty");
        payment();
        tax.total();
        totals();
        for (var line : document.lines()) {
            line(line);
        }
        return xml.end();
    }

    private void head() throws XMLStreamException {
        xml.basic("CustomizationID", "urn:cen.eu:en16931:2017");
        xml.basic("ID", document.number());
        xml.basic("IssueDate", document.dates().issued().map(this::day));
        if (!credit) {
            xml.basic("DueDate", document.dates().due().map(this::day));
        }
        xml.basic(credit ? "CreditNoteTypeCode" : "InvoiceTypeCode", credit ? CREDIT_NOTE : COMMERCIAL_INVOICE);
        // The norm has one note.
        xml.basic("Note", Optional.of(String.join("\n", document.notes())).filter(note -> !note.isBlank()));
        xml.basic("DocumentCurrencyCode", document.currency().getCurrencyCode());
    }

    /** In whole days: the last one is the day in which the half-open time ends. */
    private void period() throws XMLStreamException {
        var from = document.dates().from();
        var last = document.dates().until().map(until -> until.minus(Duration.ofMillis(1)));
        if (from.isPresent() && last.isPresent() && !last.get().isBefore(from.get())) {
            xml.open("InvoicePeriod");
            xml.basic("StartDate", day(from.get()));
            xml.basic("EndDate", day(last.get()));
            xml.close();
        }
    }

    private void corrected() throws XMLStreamException {
        if (document.corrects().isPresent()) {
            xml.open("BillingReference");
            xml.open("InvoiceDocumentReference");
            xml.basic("ID", document.corrects());
            xml.close();
            xml.close();
        }
    }

    private void payment() throws XMLStreamException {
        var account = document.payTo().flatMap(PayTo::account);
        if (account.isPresent() && !credit) {
            xml.open("PaymentMeans");
            xml.basic("PaymentMeansCode", CREDIT_TRANSFER);
            xml.basic("PaymentID", document.payTo().flatMap(PayTo::reference));
            xml.open("PayeeFinancialAccount");
            xml.basic("ID", account);
            xml.close();
            xml.close();
        }
        // Where something is to be paid the norm wants to know until when, or else on which terms.
        if (credit || document.dates().due().isEmpty()) {
            xml.open("PaymentTerms");
            xml.basic("Note", words.plain(credit ? "TERMS_CREDIT" : "TERMS_AT_ONCE"));
            xml.close();
        }
    }

    private void totals() throws XMLStreamException {
        var totals = document.totals();
        var net = document.lines().stream().map(Line::net).reduce(Money.zero(document.currency()), Money::plus);
        xml.open("LegalMonetaryTotal");
        xml.amount("LineExtensionAmount", net);
        xml.amount("TaxExclusiveAmount", net);
        xml.amount("TaxInclusiveAmount", totals.gross());
        if (!totals.paid().isZero()) {
            xml.amount("PrepaidAmount", totals.paid());
        }
        xml.amount("PayableAmount", totals.gross().minus(totals.paid()));
        xml.close();
    }

    private void line(Line line) throws XMLStreamException {
        var price = UblPrice.of(line);
        xml.open(credit ? "CreditNoteLine" : "InvoiceLine");
        xml.basic("ID", String.valueOf(line.no()));
        xml.basic("Note", line.unit());
        xml.basic(credit ? "CreditedQuantity" : "InvoicedQuantity", price.quantity().toPlainString(), "unitCode",
                UblPrice.ONE);
        xml.amount("LineExtensionAmount", line.net());
        xml.open("Item");
        xml.basic("Name", line.description());
        tax.category("ClassifiedTaxCategory", tax.of(line.rate()));
        xml.close();
        xml.open("Price");
        xml.basic("PriceAmount", price.amount().toPlainString(), "currencyID", document.currency().getCurrencyCode());
        if (price.per().isPresent()) {
            xml.basic("BaseQuantity", price.per().get().toPlainString(), "unitCode", UblPrice.ONE);
        }
        xml.close();
        xml.close();
    }

    private String day(Instant moment) {
        return LocalDate.ofInstant(moment, document.zone()).toString();
    }
}
