package io.weir.billing.domain.documents;

import io.weir.kernel.api.Money;
import java.io.StringWriter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of UBL: aggregates, which hold others, and basics, which hold text. */
final class UblXml {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String AGGREGATES = UBL + "CommonAggregateComponents-2";
    private static final String BASICS = UBL + "CommonBasicComponents-2";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** @param root {@code Invoice} or {@code CreditNote} */
    UblXml(String root) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("", root, UBL + root + "-2");
        xml.writeDefaultNamespace(UBL + root + "-2");
        xml.writeNamespace("cac", AGGREGATES);
        xml.writeNamespace("cbc", BASICS);
    }

    void open(String aggregate) throws XMLStreamException {
        xml.writeStartElement("cac", aggregate, AGGREGATES);
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    void basic(String name, String value) throws XMLStreamException {
        xml.writeStartElement("cbc", name, BASICS);
        xml.writeCharacters(Plain.text(value));
        xml.writeEndElement();
    }

    void basic(String name, Optional<String> value) throws XMLStreamException {
        if (value.isPresent()) {
            basic(name, value.get());
        }
    }

    void basic(String name, String value, String attribute, String attributeValue) throws XMLStreamException {
        xml.writeStartElement("cbc", name, BASICS);
        xml.writeAttribute(attribute, Plain.text(attributeValue));
        xml.writeCharacters(Plain.text(value));
        xml.writeEndElement();
    }

    void amount(String name, Money amount) throws XMLStreamException {
        basic(name, amount.major().toPlainString(), "currencyID", amount.currency().getCurrencyCode());
    }

    String end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        return text + "\n";
    }
}
