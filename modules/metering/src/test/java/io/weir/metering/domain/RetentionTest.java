package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    @ParameterizedTest
    @CsvSource({
        "25, 2026-11-21T12:00:00Z, 2024-10-01T00:00:00Z",
        "1, 2026-03-31T23:59:59.999Z, 2026-02-01T00:00:00Z",
        "1, 2026-01-01T00:00:00Z, 2025-12-01T00:00:00Z",
        "12, 2028-02-29T10:00:00Z, 2027-02-01T00:00:00Z",
    })
    void the_running_month_and_so_many_whole_ones_are_kept(int months, Instant now, Instant cutoff) {
        assertThat(new Retention(months).cutoff(now)).isEqualTo(cutoff);
    }

    @Test
    void usually_twenty_five_months() {
        assertThat(Retention.of(Optional.empty()).months()).isEqualTo(25);
        assertThat(Retention.of(Optional.of("3")).months()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3 months", "abc", "01", "1201", "99999", " 3", "1.5"})
    void a_setting_that_cannot_be_read_keeps_everything(String setting) {
        assertThat(Retention.isReadable(setting)).isFalse();
        assertThat(Retention.of(Optional.of(setting))).isEqualTo(Retention.ALL);
    }
}
