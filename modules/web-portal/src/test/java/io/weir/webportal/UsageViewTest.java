package io.weir.webportal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.UsageReports.By;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsageViewTest {
    private static final UUID KEY = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private final UsageView view = new UsageView("week", "calls", By.ENDPOINT, Optional.empty());

    @Test
    void nonsenseIsAWeekByEndpoint() {
        assertThat(UsageView.range(Optional.of("year"))).isEqualTo("week");
        assertThat(UsageView.range(Optional.of("day"))).isEqualTo("day");
        assertThat(UsageView.by(Optional.of("status"))).isEqualTo(By.ENDPOINT);
        assertThat(UsageView.by(Optional.of("model"))).isEqualTo(By.MODEL);
        assertThat(UsageView.by(Optional.empty())).isEqualTo(By.ENDPOINT);
    }

    @Test
    void aLinkKeepsTheRest() {
        assertThat(view.inRange("month").link()).isEqualTo("?range=month&meter=calls&by=endpoint");
        assertThat(view.ofKey(KEY).brokenDown(By.KEY).link()).isEqualTo("?range=week&meter=calls&by=key&key=" + KEY);
        assertThat(view.ofKey(KEY).withoutKey()).isEqualTo(view);
        assertThat(view.ofMeter("").link()).isEqualTo("?range=week&by=endpoint");
    }
}
