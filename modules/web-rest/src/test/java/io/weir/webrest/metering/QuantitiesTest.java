package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    private static final Meter CALLS = new Meter(MeterKey.CALLS, "Calls", "call", 0);
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);

    @ParameterizedTest
    @CsvSource({"1, 10000", "1.5, 15000", "0.0001, 1", "2.00000000, 20000", "1E+2, 1000000"})
    void countsInTheSmallestParts(BigDecimal quantity, long smallest) {
        assertThat(Quantities.toSmallest(quantity, CREDITS)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @CsvSource({", REQUIRED", "0, OUT_OF_RANGE", "-1, OUT_OF_RANGE", "1.5, TOO_FINE", "1E+99, OUT_OF_RANGE",
            "1E-999999999, TOO_FINE",
        "1E+999999999, OUT_OF_RANGE", "1000000000000000, OUT_OF_RANGE"})
    void refusesWhatCannotBeCounted(BigDecimal quantity, String reason) {
        assertThatThrownBy(() -> Quantities.toSmallest(quantity, CALLS)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).containsEntry("quantity", reason));
    }

    @Test
    void showsUnitsAgain() {
        assertThat(Quantities.toUnits(15000, CREDITS)).isEqualByComparingTo("1.5");
        assertThat(Quantities.toUnits(7, CALLS).toPlainString()).isEqualTo("7");
    }

    @Test
    void whatWasUsedMayBeNothing() {
        assertThat(Quantities.toSmallestOrNone(BigDecimal.ZERO, CREDITS)).isZero();
        assertThatThrownBy(() -> Quantities.toSmallestOrNone(BigDecimal.valueOf(-1), CREDITS))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void oneCallIsBoundedAndSumsAreNot() {
        var most = new BigDecimal("1000000000000");
        assertThat(Quantities.toSmallest(most, CALLS)).isEqualTo(1_000_000_000_000L);
        assertThatThrownBy(() -> Quantities.toSmallest(most.add(BigDecimal.ONE), CALLS))
                .isInstanceOf(RefusedException.class);
        assertThat(Quantities.toSmallest("limit", most.add(BigDecimal.ONE), CALLS)).isEqualTo(1_000_000_000_001L);
        assertThat(Quantities.toSmallest("limit", new BigDecimal("-1.5"), CREDITS)).isEqualTo(-15_000);
    }
}
