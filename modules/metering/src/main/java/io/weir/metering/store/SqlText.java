package io.weir.metering.store;

import io.weir.metering.api.MeterKey;
import io.weir.metering.domain.Holder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A statement and its values. A value can only be added by its type. The gate sends the values apart from the
 * {@link #prepared} text, so that the database parses each shape of a batch once; reports that travel as text have
 * each type's literal in its place, made of characters that cannot end it: free text goes as hexadecimal.
 */
final class SqlText {
    private static final HexFormat HEX = HexFormat.of();
    private final StringBuilder text;
    private final List<Value> values = new ArrayList<>();

    SqlText(String beginning) {
        this.text = new StringBuilder(256).append(beginning);
    }

    /** Adds a piece of the statement itself; never a value. */
    SqlText sql(String piece) {
        text.append(piece);
        return this;
    }

    SqlText number(long value) {
        return value(value, false);
    }

    SqlText id(UUID value) {
        return value(value.toString(), false);
    }

    SqlText nothing() {
        return value(null, false);
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
        var digits = new StringBuilder(23);
        padded(digits, utc.getYear(), 4).append('-');
        padded(digits, utc.getMonthValue(), 2).append('-');
        padded(digits, utc.getDayOfMonth(), 2).append(' ');
        padded(digits, utc.getHour(), 2).append(':');
        padded(digits, utc.getMinute(), 2).append(':');
        padded(digits, utc.getSecond(), 2).append('.');
        padded(digits, utc.getNano() / 1_000_000, 3);
        return value(digits.toString(), false);
    }

    /** Meter keys are lower-case ASCII words by construction. */
    SqlText meter(MeterKey value) {
        return value(value.value(), false);
    }

    SqlText free(String value) {
        return value(value, true);
    }

    /** Bytes that are hexadecimal already, by construction. */
    SqlText bytes(String hex) {
        return value(HEX.parseHex(hex), false);
    }

    SqlText word(Enum<?> value) {
        return value(value.name(), false);
    }

    /** The two ids that begin every key: {@code 'tenant','account'}. */
    SqlText holder(Holder value) {
        return id(value.tenant().value()).sql(",").id(value.account().value());
    }

    /** The condition on them. */
    SqlText of(Holder value) {
        return sql("tenant_id=").id(value.tenant().value()).sql(" AND account_id=").id(value.account().value());
    }

    /** With a question mark in the place of each value. */
    String prepared() {
        return text.toString();
    }

    boolean startsWith(String beginning) {
        return text.indexOf(beginning) == 0;
    }

    /** How many values it has. */
    int size() {
        return values.size();
    }

    /** Sets its values, the first of which is the statement's {@code first}; answers the number after the last. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int number = first;
        for (var value : values) {
            value.bind(statement, number++);
        }
        return number;
    }

    /** With a literal in the place of each value. */
    @Override
    public String toString() {
        var whole = new StringBuilder(text.length() + 32 * values.size());
        int from = 0;
        for (var value : values) {
            whole.append(text, from, value.at()).append(value.literal());
            from = value.at() + 1;
        }
        return whole.append(text, from, text.length()).toString();
    }

    private SqlText value(Object bound, boolean free) {
        values.add(new Value(text.length(), bound, free));
        text.append('?');
        return this;
    }

    private static StringBuilder padded(StringBuilder digits, int value, int width) {
        var some = Integer.toString(value);
        return digits.append("0".repeat(Math.max(0, width - some.length()))).append(some);
    }

    /** {@code free}: a text that others have written. */
    private record Value(int at, Object bound, boolean free) {
        void bind(PreparedStatement statement, int number) throws SQLException {
            if (bound == null) {
                statement.setNull(number, Types.VARCHAR);
            } else if (bound instanceof Long whole) {
                statement.setLong(number, whole);
            } else if (bound instanceof byte[] bytes) {
                statement.setBytes(number, bytes);
            } else {
                statement.setString(number, (String) bound);
            }
        }

        String literal() {
            if (bound == null) {
                return "NULL";
            } else if (bound instanceof byte[] bytes) {
                return "X'" + HEX.formatHex(bytes) + "'";
            } else if (free) {
                return "_utf8mb4 X'" + HEX.formatHex(((String) bound).getBytes(StandardCharsets.UTF_8)) + "'";
            }
            return bound instanceof Long ? bound.toString() : "'" + bound + "'";
        }
    }
}
