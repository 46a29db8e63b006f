package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Actual;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final MeterKey CREDITS = FakePrices.CREDITS.key();
    private final Settling settling = settling();

    @Test
    void asHeldUnlessSomethingElseIsSaid() {
        assertThat(actual(null, null).of(hold(CREDITS, Optional.empty()))).isEqualTo(50_000);
    }

    @Test
    void quantitiesAreInTheUnitOfWhatIsHeld() {
        var actual = actual(new BigDecimal("2"), null);
        assertThat(actual.of(hold(CREDITS, Optional.empty()))).isEqualTo(20_000);
        assertThat(actual.of(hold(MeterKey.CALLS, Optional.empty()))).isEqualTo(2);
        assertThat(actual(BigDecimal.ZERO, null).of(hold(CREDITS, Optional.empty()))).isZero();
        RequestsTest.refuses(() -> actual(new BigDecimal("0.5"), null).of(hold(MeterKey.CALLS, Optional.empty())),
                "quantity", "TOO_FINE");
        RequestsTest.refuses(() -> actual(new BigDecimal("-1"), null).of(hold(CREDITS, Optional.empty())),
                "quantity", "OUT_OF_RANGE");
    }

    @Test
    void attributesArePricedByTheReservationsOperation() {
        var actual = actual(null, Map.of("n", 3));
        assertThat(actual.of(hold(CREDITS, Optional.of("image")))).isEqualTo(30_000);
        refuses(actual, hold(CREDITS, Optional.empty()), "OPERATION_REQUIRED");
        refuses(actual, hold(CREDITS, Optional.of("gone")), "OPERATION_UNKNOWN");
        refuses(actual, hold(MeterKey.CALLS, Optional.of("image")), "RATE_CARD_CHANGED");
    }

    private static void refuses(Actual actual, Actual.Hold hold, String code) {
        assertThatThrownBy(() -> actual.of(hold)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo(code));
    }

    private Actual actual(BigDecimal quantity, Map<String, Object> attributes) {
        return settling.actual(new TenantId(new UUID(0, 1)),
                new SettleRequest(quantity, attributes, null, null, null, null, null, null));
    }

    private static Actual.Hold hold(MeterKey meter, Optional<String> operation) {
        return new Actual.Hold(meter, 50_000, operation);
    }

    private static Settling settling() {
        var settling = new Settling();
        settling.prices = FakePrices.prices();
        return settling;
    }
}
