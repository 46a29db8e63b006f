package io.weir.metering.store;

import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

/**
 * SQL written as text, because a batch's writes travel together in one round trip only as whole statements. A value can
 * only be added by its type, and each type's literal is made of characters that cannot end it: free text goes as
 * hexadecimal.
 */
final class SqlText {
    private static final HexFormat HEX = HexFormat.of();
    private final StringBuilder text;

    SqlText(String beginning) {
        this.text = new StringBuilder(256).append(beginning);
    }

    /** Adds a piece of the statement itself; never a value. */
    SqlText sql(String piece) {
        text.append(piece);
        return this;
    }

    SqlText number(long value) {
        text.append(value);
        return this;
    }

    SqlText id(UUID value) {
        text.append('\'').append(value).append('\'');
        return this;
    }

    SqlText nothing() {
        return sql("NULL");
    }

    /** Between two values of a row. */
    SqlText and() {
        return sql(",");
    }

    SqlText ids(Collection<UUID> values) {
        String separator = "(";
        for (var value : values) {
            sql(separator).id(value);
            separator = ",";
        }
        return sql(")");
    }

    SqlText moment(Instant value) {
        var utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        text.append('\'');
        padded(utc.getYear(), 4, '-');
        padded(utc.getMonthValue(), 2, '-');
        padded(utc.getDayOfMonth(), 2, ' ');
        padded(utc.getHour(), 2, ':');
        padded(utc.getMinute(), 2, ':');
        padded(utc.getSecond(), 2, '.');
        padded(utc.getNano() / 1_000_000, 3, '\'');
        return this;
    }

    /** Meter keys are lower-case ASCII words by construction. */
    SqlText meter(MeterKey value) {
        text.append('\'').append(value.value()).append('\'');
        return this;
    }

    SqlText free(String value) {
        text.append("_utf8mb4 X'").append(HEX.formatHex(value.getBytes(StandardCharsets.UTF_8))).append('\'');
        return this;
    }

    /** Bytes that are hexadecimal already, by construction. */
    SqlText bytes(String hex) {
        text.append("X'").append(hex).append('\'');
        return this;
    }

    SqlText word(Enum<?> value) {
        text.append('\'').append(value.name()).append('\'');
        return this;
    }

    /** The two ids that begin every key: {@code 'tenant','account'}. */
    SqlText holder(Holder value) {
        return id(value.tenant().value()).sql(",").id(value.account().value());
    }

    /** The condition on them. */
    SqlText of(Holder value) {
        return sql("tenant_id=").id(value.tenant().value()).sql(" AND account_id=").id(value.account().value());
    }

    private void padded(int value, int width, char end) {
        var digits = Integer.toString(value);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits).append(end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
