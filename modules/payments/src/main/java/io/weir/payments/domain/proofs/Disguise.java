package io.weir.payments.domain.proofs;

import java.util.List;

/**
 * A file that is a picture to one program and a page, an archive or a script to another. Compressed pictures do not
 * hold such words by chance.
 */
final class Disguise {
    private static final List<String> PAGES = List.of("<script", "<html", "<!doctype", "<iframe", "<svg", "<object",
            "<embed", "<?php", "<%@", "javascript:", "onerror=", "onload=");
    /** The beginning of an archive's file and the end of its list: a browser or Java would open it from the end. */
    private static final String ZIP_FILE = "pk\u0003\u0004";
    private static final String ZIP_END = "pk\u0005\u0006";

    private Disguise() {
    }

    static boolean isIn(Bytes bytes) {
        return PAGES.stream().anyMatch(word -> bytes.contains(0, word))
                || bytes.contains(0, ZIP_FILE) && bytes.contains(0, ZIP_END);
    }
}
