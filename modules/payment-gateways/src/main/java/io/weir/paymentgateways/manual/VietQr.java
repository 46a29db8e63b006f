package io.weir.paymentgateways.manual;

import java.nio.charset.StandardCharsets;

/**
 * The text behind a VietQR code: an EMVCo merchant-presented code for a transfer through NAPAS 247. Each field is a
 * two-digit tag, a two-digit length and its value; the last one is a CRC over everything before it, its own tag and
 * length included.
 */
final class VietQr {
    private static final String NAPAS = "A000000727";
    private static final String TO_AN_ACCOUNT = "QRIBFTTA";
    private static final String ONE_USE = "12";
    private static final String DONG = "704";

    private VietQr() {
    }

    /**
     * @param bin the bank's six digits
     * @param dong the amount in whole dong
     * @param memo what the transfer will say, ASCII
     */
    static String payload(String bin, String account, long dong, String memo) {
        var beneficiary = field("00", bin) + field("01", account);
        var route = field("00", NAPAS) + field("01", beneficiary) + field("02", TO_AN_ACCOUNT);
        var text = field("00", "01") + field("01", ONE_USE) + field("38", route) + field("53", DONG)
                + field("54", Long.toString(dong)) + field("58", "VN") + field("62", field("08", memo)) + "6304";
        return text + String.format("%04X", crc(text));
    }

    /** CRC-16/CCITT-FALSE: polynomial 1021, starting at FFFF, nothing reflected. */
    static int crc(String text) {
        int crc = 0xFFFF;
        for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (next & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    private static String field(String tag, String value) {
        if (value.isEmpty() || value.length() > 99 || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("field " + tag + " of a VietQR code");
        }
        return tag + String.format("%02d", value.length()) + value;
    }
}
