package io.weir.payments.domain.statements;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A file's text: by its byte order mark, else as UTF-8 when it is that, else in the code page of Vietnamese or Western
 * Windows, which never fail. Accents are composed, because the Vietnamese one writes them apart.
 */
final class SheetText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SheetText() {
    }

    static String of(byte[] bytes, Locale locale) {
        var text = decoded(bytes, locale);
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static String decoded(byte[] bytes, Locale locale) {
        if (begins(bytes, 0xff, 0xfe)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, Charset.forName(locale.getLanguage().equals("vi") ? "windows-1258"
                    : "windows-1252"));
        }
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
