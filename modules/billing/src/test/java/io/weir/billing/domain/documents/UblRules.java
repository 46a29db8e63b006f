package io.weir.billing.domain.documents;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Templates;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.TransformerFactoryImpl;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** The schemas of OASIS and the rules of EN 16931, as their makers publish them. */
final class UblRules {
    private static final String SCHEMAS = "/external/schemas/ubl21/maindoc/UBL-";
    private static final String RULES = "/external/schematron/1.3.13/ubl/EN16931-UBL-validation.xslt";
    /** What the schemas use without saying where it is. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "http://www.w3.org/2000/09/xmldsig#", "/schemas/xmldsig-core-schema.xsd",
            "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2",
            "/schemas/CCTS_CCT_SchemaModule.xsd");
    private final Schema invoices;
    private final Schema creditNotes;
    private final Templates rules;

    UblRules() throws Exception {
        invoices = schema("Invoice");
        creditNotes = schema("CreditNote");
        rules = new TransformerFactoryImpl().newTemplates(new StreamSource(resource(RULES).toString()));
    }

    /** @throws org.xml.sax.SAXException saying what is wrong */
    void validate(String xml) throws Exception {
        (xml.contains("<CreditNote") ? creditNotes : invoices).newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    /** The rules of the norm that it breaks, in their own words; warnings too. */
    List<String> broken(String xml) throws Exception {
        var report = new StringWriter();
        rules.newTransformer().transform(new StreamSource(new StringReader(xml)), new StreamResult(report));
        return java.util.regex.Pattern.compile("<svrl:failed-assert.*?<svrl:text>(.*?)</svrl:text>",
                java.util.regex.Pattern.DOTALL).matcher(report.toString()).results().map(m -> m.group(1)).toList();
    }

    private static Schema schema(String root) throws Exception {
        var implementation = (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        var factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setResourceResolver((type, namespace, publicId, systemId, base) ->
                input(implementation.createLSInput(), namespace, systemId));
        return factory.newSchema(resource(SCHEMAS + root + "-2.1.xsd"));
    }

    private static LSInput input(LSInput input, String namespace, String systemId) {
        var elsewhere = ELSEWHERE.get(namespace);
        if (elsewhere == null || systemId != null) {
            return null;
        }
        input.setSystemId(resource(elsewhere).toString());
        return input;
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(UblRules.class.getResource(name), name);
    }
}
