package io.weir.billing.domain.documents;

import java.text.Normalizer;

/**
 * Texts that people have typed, made fit for a document: composed (NFC), so that what is searched is found, and without
 * the characters that XML 1.0 cannot hold.
 */
final class Plain {
    private Plain() {
    }

    static String text(String typed) {
        var fit = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().filter(Plain::isXml)
                .forEach(fit::appendCodePoint);
        return fit.toString();
    }

    /** Between tags and in attributes. */
    static String markup(String typed) {
        return text(typed).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
