package io.weir.paymentgateways.payos;

import io.weir.kernel.api.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One transfer to a payment page, as a message and an inquiry both tell it. {@code reference}: the bank's name for it,
 * by which it is known to be the same.
 */
record PayosTransfer(Optional<String> reference, Money amount, Optional<Instant> at) {
    private static final Currency DONG = Currency.getInstance("VND");
    private static final String USUAL_REFERENCE = "[\\x21-\\x7E]{1,100}";
    private static final DateTimeFormatter IN_MESSAGES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** Times without a zone are Vietnam's, which has had this one since 1975. */
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int HASH_BYTES = 16;

    /** @throws IllegalArgumentException when the amount is none, or not in a currency */
    static PayosTransfer read(Fields fields) {
        var dong = fields.whole("amount");
        if (dong <= 0) {
            throw new IllegalArgumentException("an amount of " + dong);
        }
        return new PayosTransfer(fields.text("reference").map(PayosTransfer::bounded),
                new Money(dong, fields.text("currency").map(Currency::getInstance).orElse(DONG)),
                fields.text("transactionDateTime").flatMap(PayosTransfer::time));
    }

    /** Empty for what is no time. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(text.contains("T") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text, IN_MESSAGES).toInstant(VIETNAM));
        } catch (DateTimeException unknownForm) {
            return Optional.empty();
        }
    }

    /** The bank's reference, else a name made of what an inquiry always says the same. */
    String name(long orderCode) {
        return reference.orElseGet(() -> "payos-" + orderCode + "-"
                + at.map(Instant::getEpochSecond).orElse(0L) + "-" + amount.minor());
    }

    /** Itself if it is as banks' are, else a hash: keys have an end, and compare letters only of the usual kind. */
    static String bounded(String reference) {
        return reference.matches(USUAL_REFERENCE) ? reference : "sha256-" + hash(reference);
    }

    static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
