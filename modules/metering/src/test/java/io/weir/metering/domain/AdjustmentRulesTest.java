package io.weir.metering.domain;

import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Allowances.Adjustment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentRulesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, -1, AdjustmentRules.MOST, -AdjustmentRules.MOST})
    void units_are_given_or_taken_with_a_reason(long quantity) {
        AdjustmentRules.check(new Adjustment(CALLS, quantity, Optional.of(NOON.plusMillis(1)), "ticket/1", "goodwill"),
                NOON);
    }

    @ParameterizedTest
    @CsvSource({"0", "1000000000000001", "-1000000000000001", "-9223372036854775808"})
    void none_or_too_many_are_refused(long quantity) {
        refused(new Adjustment(CALLS, quantity, Optional.empty(), "ticket/1", "goodwill"),
                Map.of("quantity", "OUT_OF_RANGE"));
    }

    @Test
    void everything_that_is_wrong_is_said() {
        refused(new Adjustment(CALLS, 0, Optional.of(NOON), "x".repeat(111), " "), Map.of("quantity", "OUT_OF_RANGE",
                "until", "IN_THE_PAST", "source", "TOO_LONG", "reason", "REQUIRED"));
        refused(new Adjustment(CALLS, 1, Optional.empty(), null, "x".repeat(501)),
                Map.of("source", "REQUIRED", "reason", "TOO_LONG"));
    }

    private static void refused(Adjustment adjustment, Map<String, String> fields) {
        assertThatThrownBy(() -> AdjustmentRules.check(adjustment, NOON)).isInstanceOfSatisfying(
                RefusedException.class, refused -> assertThat(refused.refusal().fields()).isEqualTo(fields));
    }
}
