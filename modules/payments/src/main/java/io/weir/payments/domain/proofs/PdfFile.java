package io.weir.payments.domain.proofs;

import java.util.List;

/**
 * PDF: the header at the very beginning, and the end with its pointer at the end. What visibly runs a program, or
 * carries other files, shows no transfer and is not taken; what is compressed is not looked into. ISO 32000-1, 7.5.
 */
final class PdfFile {
    /** Where readers look for the end. */
    private static final int TAIL = 1024;
    private static final int SHORTEST = 100;
    private static final List<String> ACTIVE = List.of("/javascript", "/js ", "/js(", "/js<", "/launch",
            "/embeddedfile", "/richmedia", "/xfa");

    private PdfFile() {
    }

    static boolean isSound(Bytes bytes) {
        return bytes.size() >= SHORTEST && bytes.has(0, "%PDF-") && isDigit(bytes.at(5)) && bytes.at(6) == '.'
                && isDigit(bytes.at(7)) && bytes.contains(bytes.size() - TAIL, "%%eof")
                && bytes.contains(bytes.size() - TAIL, "startxref")
                && ACTIVE.stream().noneMatch(word -> bytes.contains(0, word));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
