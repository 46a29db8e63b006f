package io.weir.billing.domain.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes PDF of XHTML, with the fonts and the style that ship. It fetches nothing from anywhere, and the same page makes
 * the same bytes: neither the time nor chance gets into them.
 */
final class Printer {
    private static final String FOLDER = "/io/weir/billing/documents/";
    private static final String FAMILY = "Weir Sans";
    private static final String THAI = "Weir Thai";
    private static final String STYLE = new String(read("invoice.css"), StandardCharsets.UTF_8);

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private Printer() {
    }

    /** @param about language, date and identity of the page, for whoever files it */
    static byte[] pdf(String page, About about) {
        try (var out = new ByteArrayOutputStream()) {
            var renderer = builder(parsed(page)).toStream(out).buildPdfRenderer();
            try (renderer; var pdf = renderer.createPDFKeepOpen()) {
                describe(pdf, about);
                pdf.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Document page) {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, null);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.useFont(() -> open("fonts/NotoSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open("fonts/NotoSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(() -> open("fonts/NotoSansThai-Regular.ttf"), THAI, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> open("fonts/NotoSansThai-Bold.ttf"), THAI, 700, FontStyle.NORMAL, true);
        builder.withProducer("Weir");
        return builder;
    }

    private static void describe(PDDocument pdf, About about) {
        var at = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        at.setTimeInMillis(about.at().toEpochMilli());
        var information = pdf.getDocumentInformation();
        information.setCreationDate((Calendar) at);
        information.setModificationDate(at);
        pdf.getDocumentCatalog().setLanguage(about.language());
        pdf.setDocumentId(about.identity());
    }

    private static Document parsed(String page) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
            var style = document.createElement("style");
            style.setTextContent(STYLE);
            document.getElementsByTagName("head").item(0).appendChild(style);
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the page is not well-formed", e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Printer.class.getResourceAsStream(FOLDER + name), name);
    }

    private static byte[] read(String name) {
        try (var in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code identity}: the same for the same content. */
    record About(String language, Instant at, long identity) {
    }
}
