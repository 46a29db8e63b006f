package io.weir.webrest.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Allowances.Balance;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageAlerts.Alert;
import io.weir.metering.api.UsageReports.By;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaViewTest {
    private static final Meter TOKENS = new Meter(MeterKey.TOKENS, "Tokens", "token", 0);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 100, 0.0", "999, 1000, 99.9", "99999, 100000, 99.9", "100, 100, 100.0", "105, 100, 105.0",
        "5, 0, 0"})
    void percentIsRoundedDown(BigDecimal used, BigDecimal quota, String percent) {
        assertThat(QuotaView.percent(used, quota)).isEqualByComparingTo(percent);
    }

    @Test
    void overageIsUsedTooAndOldAlertsAreOver() {
        var balance = new Balance(TOKENS, 100, 100, 0, 5, Optional.of(START), Optional.empty());
        var view = QuotaView.of(balance, List.of(alert(100, TOKENS, START.plusSeconds(1)),
                alert(80, TOKENS, START.minusSeconds(1)),
                alert(90, new Meter(MeterKey.CALLS, "Calls", "call", 0), START.plusSeconds(1))));
        assertThat(view.used()).isEqualByComparingTo("105");
        assertThat(view.remaining()).isEqualByComparingTo("0");
        assertThat(view.alerts()).extracting(QuotaView.Threshold::threshold).containsExactly(100);
        assertThat(view.ok()).isTrue();
    }

    @Test
    void daysAreTheTenants() {
        var span = LastDays.of(3, Instant.parse("2026-11-20T20:00:00Z"), ZoneId.of("Asia/Bangkok"));
        assertThat(span.dates()).containsExactly(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 21));
        assertThat(span.span().from()).isEqualTo(Instant.parse("2026-11-18T17:00:00Z"));
        assertThat(span.span().until()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
        assertThat(span.words()).isEqualTo("3 days");
    }

    @Test
    void aBreakdownIsByWords() {
        assertThat(UsageResource.dimension(null)).isEqualTo(By.ENDPOINT);
        assertThat(UsageResource.dimension("key")).isEqualTo(By.KEY);
        assertThatThrownBy(() -> UsageResource.dimension("colour")).isInstanceOf(RefusedException.class);
    }

    private static Alert alert(int percent, Meter meter, Instant at) {
        return new Alert(new UUID(0, percent), meter, percent, percent, 100, Optional.empty(), at, false);
    }
}
