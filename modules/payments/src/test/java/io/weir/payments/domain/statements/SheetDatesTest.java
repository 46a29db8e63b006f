package io.weir.payments.domain.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDatesTest {
    @ParameterizedTest
    @CsvSource({"2026-03-04", "2026-03-04T10:11:12Z", "20260304", "2026/03/04", "04/03/2026", "4/3/2026", "04.03.2026",
        "04.03.26", "04-03-2026", "04/03/2026 23:59:59", "04-Mar-2026", "4 March 2026", "'Mar 4, 2026'",
        "'4 Mar 2026, 10:00'"})
    void the_fourth_of_march_in_many_hands(String text) {
        assertThat(SheetDates.of(List.of(text)).read(text)).contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void a_file_whose_second_numbers_exceed_twelve_is_american() {
        var dates = SheetDates.of(List.of("03/04/2026", "03/25/2026"));
        assertThat(dates.read("03/04/2026")).contains(LocalDate.of(2026, 3, 4));
        assertThat(dates.read("03/25/2026")).contains(LocalDate.of(2026, 3, 25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/02/2026", "2026-13-01", "yesterday", "99", "1/2/3/4", "32.01.2026"})
    void what_is_no_day_is_none(String text) {
        assertThat(SheetDates.of(List.of(text)).read(text)).isEmpty();
    }
}
