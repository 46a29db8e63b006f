package io.weir.payments.domain.statements;

import java.util.Currency;
import java.util.Locale;

/** A bank's file of whatever format that is known here: XML is CAMT.053, everything else is taken for CSV. */
public final class StatementFile {
    private StatementFile() {
    }

    /**
     * Refused: {@code STATEMENT_UNREADABLE}, {@code STATEMENT_LINE_WRONG}.
     *
     * @param currency of lines that name none; @param locale of the tenant, to guess an old file's character set
     */
    public static ReadStatement read(byte[] bytes, Currency currency, Locale locale) {
        return isXml(bytes) ? new Camt053(bytes).read() : new CsvStatement(currency).read(SheetText.of(bytes, locale));
    }

    /** The first character that is neither space nor part of a byte order mark or of a wide character is {@code <}. */
    private static boolean isXml(byte[] bytes) {
        for (byte one : bytes) {
            boolean aside = one == (byte) 0xef || one == (byte) 0xbb || one == (byte) 0xbf || one == (byte) 0xfe
                    || one == (byte) 0xff || one >= 0 && one <= ' ';
            if (!aside) {
                return one == '<';
            }
        }
        return false;
    }
}
