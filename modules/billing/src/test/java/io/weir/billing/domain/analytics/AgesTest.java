package io.weir.billing.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @CsvSource({"-5, current", "0, current", "1, 1-30", "30, 1-30", "31, 31-60", "60, 31-60", "61, 61-90",
        "90, 61-90", "91, over-90", "4000, over-90"})
    void a_day_has_one_age(int daysAgo, String word) {
        var due = TODAY.minusDays(daysAgo).atTime(23, 59).atZone(ZONE).toInstant();
        assertThat(Ages.all()).filteredOn(age -> !due.isBefore(age.dueFrom(TODAY, ZONE))
                && due.isBefore(age.dueUntil(TODAY, ZONE))).extracting(Ages::word).containsExactly(word);
    }

    @Test
    void no_moment_is_left_out_between_two_ages() {
        for (int i = 1; i < Ages.all().size(); i++) {
            assertThat(Ages.all().get(i).dueUntil(TODAY, ZONE)).isEqualTo(Ages.all().get(i - 1).dueFrom(TODAY, ZONE));
        }
    }
}
