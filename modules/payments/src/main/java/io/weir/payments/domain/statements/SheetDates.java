package io.weir.payments.domain.statements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days of one file. Whether its days or its months come first is told by all of them together; days do when nothing
 * tells, as everywhere but in America. A time behind the day is left off.
 */
final class SheetDates {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{2}|\\d{4})(?!\\d).*");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./-]?(\\d{2})[./-]?(\\d{2})(?!\\d).*");
    private static final List<DateTimeFormatter> NAMED = Stream.of("d-MMM-uuuu", "d MMM uuuu", "d MMMM uuuu",
            "MMM d, uuuu", "MMMM d, uuuu").map(SheetDates::english).toList();
    private static final Pattern TIME_BEHIND = Pattern.compile("[T ,]+\\d{1,2}:\\d{2}.*$");
    private final boolean monthsFirst;

    private SheetDates(boolean monthsFirst) {
        this.monthsFirst = monthsFirst;
    }

    static SheetDates of(Collection<String> cells) {
        var found = cells.stream().map(NUMBERS::matcher).filter(Matcher::matches).toList();
        boolean daysFirst = found.stream().anyMatch(date -> Integer.parseInt(date.group(1)) > 12);
        boolean monthsFirst = found.stream().anyMatch(date -> Integer.parseInt(date.group(2)) > 12);
        return new SheetDates(monthsFirst && !daysFirst);
    }

    /** Empty when there is no such day. */
    Optional<LocalDate> read(String text) {
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(2));
            int year = Integer.parseInt(numbers.group(3));
            return day(year < 100 ? 2000 + year : year, monthsFirst ? first : second, monthsFirst ? second : first);
        }
        var iso = YEAR_FIRST.matcher(text);
        return iso.matches() ? day(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)),
                Integer.parseInt(iso.group(3))) : named(TIME_BEHIND.matcher(text).replaceFirst("").strip());
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> named(String text) {
        return NAMED.stream().flatMap(format -> {
            try {
                return Stream.of(LocalDate.parse(text, format));
            } catch (DateTimeParseException another) {
                return Stream.empty();
            }
        }).findFirst();
    }

    private static DateTimeFormatter english(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
