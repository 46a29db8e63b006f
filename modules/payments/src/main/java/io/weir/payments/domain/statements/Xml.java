package io.weir.payments.domain.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An element, asked by local names, whatever its namespace. */
record Xml(Element element) {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    /** Statements need about ten. */
    private static final int DEPTH = 64;

    /** Without document types, so nothing is fetched and nothing expands. Empty when it is no sound XML. */
    static Optional<Xml> read(byte[] bytes) {
        try {
            return Optional.of(new Xml(builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement()));
        } catch (SAXException | IOException unsound) {
            return Optional.empty();
        }
    }

    boolean isCalled(String name) {
        return name.equals(element.getLocalName());
    }

    /** Along these names, every one of each. */
    List<Xml> all(String... path) {
        var found = Stream.of(this);
        for (var name : path) {
            found = found.flatMap(one -> one.children(name));
        }
        return found.toList();
    }

    Optional<Xml> one(String... path) {
        return all(path).stream().findFirst();
    }

    Optional<String> text(String... path) {
        return one(path).map(Xml::text).filter(text -> !text.isEmpty());
    }

    String text() {
        return element.getTextContent().strip();
    }

    String attribute(String name) {
        return element.getAttribute(name);
    }

    private Stream<Xml> children(String name) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
                .map(node -> new Xml((Element) node)).filter(child -> child.isCalled(name));
    }

    private static DocumentBuilder builder() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(DEEPEST, String.valueOf(DEPTH));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Errors are thrown; nothing is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException harmless) {
            // Nothing that a statement's reader could act on.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
