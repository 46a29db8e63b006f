package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument.Party;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Who sells or buys. */
record UblParty(Party party, boolean outsideOfVat, UblXml xml) {
    void write(String role) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        if (party.email().isPresent()) {
            xml.basic("EndpointID", party.email().get(), "schemeID", "EM");
        }
        xml.open("PartyName");
        xml.basic("Name", party.name());
        xml.close();
        address();
        taxId();
        xml.open("PartyLegalEntity");
        xml.basic("RegistrationName", party.name());
        xml.basic("CompanyID", party.registration());
        xml.close();
        contact();
        xml.close();
        xml.close();
    }

    /** Lines as they were typed: nobody knows which of them is the town. The norm has three. */
    private void address() throws XMLStreamException {
        var lines = party.address();
        xml.open("PostalAddress");
        xml.basic("StreetName", lines.stream().findFirst());
        xml.basic("AdditionalStreetName", lines.stream().skip(1).findFirst());
        if (lines.size() > 2) {
            xml.open("AddressLine");
            xml.basic("Line", String.join(", ", lines.subList(2, lines.size())));
            xml.close();
        }
        if (party.country().isPresent()) {
            xml.open("Country");
            xml.basic("IdentificationCode", party.country().get().toUpperCase(Locale.ROOT));
            xml.close();
        }
        xml.close();
    }

    /** A VAT id begins with its country; a number without one is a tax number of another scheme. */
    private void taxId() throws XMLStreamException {
        var id = party.vatId().map(given -> given.replaceAll("\\s", ""));
        if (id.isEmpty() || outsideOfVat) {
            return;
        }
        xml.open("PartyTaxScheme");
        xml.basic("CompanyID", id);
        xml.open("TaxScheme");
        xml.basic("ID", id.get().matches("[A-Za-z]{2}.+") ? "VAT" : "TAX");
        xml.close();
        xml.close();
    }

    private void contact() throws XMLStreamException {
        if (party.phone().isEmpty() && party.email().isEmpty()) {
            return;
        }
        xml.open("Contact");
        xml.basic("Telephone", party.phone());
        xml.basic("ElectronicMail", party.email());
        xml.close();
    }
}
