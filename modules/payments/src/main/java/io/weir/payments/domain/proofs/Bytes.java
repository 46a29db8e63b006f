package io.weir.payments.domain.proofs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads numbers and words out of bytes; beyond the end is nothing. Numbers are big-endian. */
final class Bytes {
    private final byte[] all;
    /** One character for each byte, in small letters. */
    private final String text;

    Bytes(byte[] all) {
        this.all = all;
        this.text = new String(all, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    byte[] all() {
        return all;
    }

    int size() {
        return all.length;
    }

    /** Unsigned; −1 beyond the end. */
    int at(int position) {
        return position < 0 || position >= all.length ? -1 : all[position] & 0xff;
    }

    int two(int position) {
        return at(position) << 8 | at(position + 1);
    }

    /** Unsigned. */
    long four(int position) {
        return Integer.toUnsignedLong(two(position) << 16 | two(position + 2));
    }

    boolean has(int position, String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (at(position + i) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words come anywhere from there on, in small or capital letters. */
    boolean contains(int from, String lowerCase) {
        return text.indexOf(lowerCase, Math.max(0, from)) >= 0;
    }
}
