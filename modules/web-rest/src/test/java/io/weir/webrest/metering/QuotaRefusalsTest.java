package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class QuotaRefusalsTest {
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);

    @Test
    void figuresAreInUnits() {
        var refusal = new Decision.Exhausted(CREDITS.key(), 95_000, 100_000, Optional.empty()).asRefusal();
        var told = QuotaRefusals.inUnits(CompletableFuture.failedStage(refusal.asException()), CREDITS);
        assertThatThrownBy(() -> told.toCompletableFuture().join()).cause()
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat((BigDecimal) e.refusal().members().get("currentUsage")).isEqualByComparingTo("9.5");
                    assertThat((BigDecimal) e.refusal().members().get("limit")).isEqualByComparingTo("10");
                    assertThat(e.refusal().code()).isEqualTo("QUOTA_EXCEEDED");
                });
    }

    @Test
    void everythingElseStaysAsItIs() {
        var fault = new IllegalStateException("x");
        assertThatThrownBy(() -> QuotaRefusals.inUnits(CompletableFuture.failedStage(fault), CREDITS)
                .toCompletableFuture().join()).hasCause(fault);
        assertThat(QuotaRefusals.inUnits(CompletableFuture.completedStage(1), CREDITS).toCompletableFuture().join())
                .isEqualTo(1);
        var missing = Refusal.notFound("NOT_FOUND").with("limit", 7L);
        assertThat(QuotaRefusals.inUnits(missing, CREDITS)).isEqualTo(missing);
    }
}
