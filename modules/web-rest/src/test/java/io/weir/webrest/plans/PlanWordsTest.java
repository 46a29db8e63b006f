package io.weir.webrest.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanWordsTest {
    @ParameterizedTest
    @CsvSource({"month, month, true", "monthly, month, true", "Yearly, year, true", "year, month, false",
            "days, days, true"})
    void intervalsAreUnderstoodInBothForms(String given, String plans, boolean same) {
        assertThat(Subscribing.Order.sameInterval(given, plans)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"79, 100, ''", "80, 100, 80", "95, 100, '80,90'", "100, 100, '80,90,100'", "0, 0, ''",
        "9000000000000000000, 9000000000000000000, '80,90,100'"})
    void thresholdsAreReachedExactly(long used, long granted, String alerts) {
        assertThat(String.join(",", MeterUsage.Line.alerts(used, granted).stream().map(String::valueOf).toList()))
                .isEqualTo(alerts);
    }

    @Test
    void featuresThatAreOffAreNotListed() {
        assertThat(PlanTiersResource.Tier.names(Map.of("support", "email", "api", true, "charts", false)))
                .containsExactly("api", "support: email");
    }
}
