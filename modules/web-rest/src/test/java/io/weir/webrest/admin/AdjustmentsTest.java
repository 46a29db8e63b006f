package io.weir.webrest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.Allowances.Granted;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.webrest.admin.MetersResource.Draft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentsTest {
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4,
            LateEvents.NEXT_PERIOD);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1.5, 15000", "-1.5, -15000", "0.0001, 1", "100000000, 1000000000000"})
    void quantitiesHaveASign(BigDecimal quantity, long smallest) {
        assertThat(CustomerAllowances.signed(quantity, CREDITS)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @CsvSource({", REQUIRED", "0, OUT_OF_RANGE", "0.00001, TOO_FINE", "100000001, OUT_OF_RANGE",
        "-100000001, OUT_OF_RANGE", "1E+999999999, OUT_OF_RANGE"})
    void refusesWhatIsNoAdjustment(BigDecimal quantity, String reason) {
        assertThatThrownBy(() -> CustomerAllowances.signed(quantity, CREDITS)).isInstanceOfSatisfying(
                RefusedException.class, e -> assertThat(e.refusal().fields()).containsEntry("quantity", reason));
    }

    @Test
    void holdingsAreShownInUnits() {
        var grant = new Granted(new UUID(0, 2), -5_000, GrantKind.ADJUSTMENT, "adjustment/1", START,
                Optional.of("mistake"));
        var view = HoldingView.of(new Holding(new UUID(0, 1), CREDITS, 100_000, 15_000, 5_000, 10_000,
                new Overage(OptionalInt.of(10)), START, Optional.empty(), Holding.State.OPEN, "subscription/1",
                List.of(grant)));
        assertThat(view.granted()).isEqualByComparingTo("10");
        assertThat(view.remaining()).isEqualByComparingTo("8");
        assertThat(view.overage()).isEqualByComparingTo("1");
        assertThat(view.overageRule()).isEqualTo("10%");
        assertThat(view.state()).isEqualTo("open");
        assertThat(view.grants()).singleElement().satisfies(shown -> {
            assertThat(shown.quantity()).isEqualByComparingTo("-0.5");
            assertThat(shown.kind()).isEqualTo("adjustment");
            assertThat(shown.note()).contains("mistake");
        });
    }

    @Test
    void aMetersAbsentMembersKeepTheirValue() {
        var changed = new Draft("Coins", null, null, null).over(CREDITS.key(), Optional.of(CREDITS));
        assertThat(changed).isEqualTo(new Meter(CREDITS.key(), "Coins", "credit", 4, LateEvents.NEXT_PERIOD));
        var added = new Draft("Coins", "coin", 2, null).over(CREDITS.key(), Optional.empty());
        assertThat(added.late()).isEqualTo(LateEvents.REOPEN);
        assertThat(new Draft("Coins", "coin", 2, "nextPeriod").over(CREDITS.key(), Optional.empty()).late())
                .isEqualTo(LateEvents.NEXT_PERIOD);
    }

    @ParameterizedTest
    @CsvSource({", coin, 2, , title, REQUIRED", "Coins, , 2, , unit, REQUIRED", "Coins, coin, , , decimals, REQUIRED",
        "Coins, coin, 2, never, late, NOT_AN_OPTION"})
    void aNewMeterNeedsAll(String title, String unit, Integer decimals, String late, String field, String reason) {
        assertThatThrownBy(() -> new Draft(title, unit, decimals, late).over(CREDITS.key(), Optional.empty()))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().fields()).containsEntry(field, reason));
    }
}
