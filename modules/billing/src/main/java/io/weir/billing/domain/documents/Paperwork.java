package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.platform.api.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Documents as files: to read, to import, to calculate with. */
public record Paperwork(Messages messages) {
    /** Bytes of a logo; what is larger is not printed. */
    public static final int LARGEST_LOGO = Logo.LARGEST;

    public byte[] pdf(InvoiceDocument document, Optional<String> logo) {
        var words = Wording.of(messages, document.locale());
        var page = InvoicePage.of(document, words, logo);
        var at = document.dates().issued().orElse(Instant.EPOCH);
        return Printer.pdf(page, new Printer.About(words.language().toLanguageTag(), at, page.hashCode()));
    }

    public String ubl(InvoiceDocument document) {
        return Ubl.of(document, Wording.of(messages, document.locale()));
    }

    public static String heading() {
        return InvoiceTable.HEADING;
    }

    /** A row for each line, each with its end. */
    public static String rows(InvoiceDocument document) {
        return InvoiceTable.rows(document);
    }

    /** What may stand in the head of the page, as a {@code data:} URI; empty for what can't be printed. */
    public static Optional<String> logo(byte[] picture) throws IOException {
        return Logo.of(picture);
    }
}
