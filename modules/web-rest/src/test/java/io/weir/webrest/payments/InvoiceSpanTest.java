package io.weir.webrest.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Period;
import io.weir.kernel.api.RefusedException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceSpanTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Half past one in the morning of 1 March where the tenant is. */
    private static final Instant NOW = Instant.parse("2026-02-28T18:30:00Z");

    @Test
    void itIsThisYearUntilTodayUnlessSaidOtherwise() {
        assertThat(InvoiceSpan.of(null, "", NOW, ZONE)).isEqualTo(Period.between(
                Instant.parse("2025-12-31T17:00:00Z"), Instant.parse("2026-03-01T17:00:00Z")));
    }

    @Test
    void daysAreTheTenantsAndBothIncluded() {
        assertThat(InvoiceSpan.of("2025-06-30", "2025-06-30", NOW, ZONE)).isEqualTo(Period.between(
                Instant.parse("2025-06-29T17:00:00Z"), Instant.parse("2025-06-30T17:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-02, 2026-02-01, from, OUT_OF_RANGE", "yesterday, , from, BAD_DATE",
        ", 2026-02-30, to, BAD_DATE", ", +99999-01-01, to, OUT_OF_RANGE", "1969-01-01, , from, OUT_OF_RANGE"})
    void whatIsNoTimeIsRefusedWithItsField(String from, String to, String field, String reason) {
        assertThatThrownBy(() -> InvoiceSpan.of(from, to, NOW, ZONE)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().fields()).isEqualTo(Map.of(field, reason)));
    }
}
