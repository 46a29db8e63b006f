package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import java.time.LocalDate;
import java.util.Optional;

/** Incoming money as a file tells of it. Texts are cut to what is kept. */
public record ReadLine(int lineNo, LocalDate bookedOn, Money amount, Optional<String> counterparty, String memo,
        Optional<String> bankReference) {
    private static final int LONGEST_MEMO = 1000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REFERENCE = 191;

    public ReadLine {
        memo = cut(memo, LONGEST_MEMO);
        counterparty = counterparty.map(text -> cut(text, LONGEST_NAME)).filter(text -> !text.isEmpty());
        bankReference = bankReference.map(text -> cut(text, LONGEST_REFERENCE)).filter(text -> !text.isEmpty());
    }

    private static String cut(String text, int longest) {
        var plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
