package io.weir.webrest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditDraftTest {
    private static final Meter CREDITS = new Meter(MeterKey.CREDITS, "Credits", "credits", 4);

    @Test
    void unitsBecomeSmallestOnes() {
        var draft = draft("{\"name\":\" Basic \",\"credits\":100,\"bonus\":0.5,\"price\":9}").ofMeter(CREDITS);
        assertThat(draft.name()).isEqualTo("Basic");
        assertThat(draft.meter()).isEqualTo("credits");
        assertThat(draft.credits()).isEqualTo(1_000_000);
        assertThat(draft.bonus()).isEqualTo(5_000);
    }

    @Test
    void whatIsNotSaidStaysUnsaid() {
        var draft = draft("{\"is_active\":false}").changing(CREDITS);
        assertThat(draft).hasAllNullFieldsOrPropertiesExcept("isActive");
        assertThat(draft.isActive()).isFalse();
    }

    @Test
    void finerThanTheMeterIsRefused() {
        var refused = catchThrowableOfType(RefusedException.class,
                () -> draft("{\"bonus\":0.00001}").changing(CREDITS));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("bonus", "TOO_FINE"));
    }

    private static CreditPackageView.Draft draft(String json) {
        return Json.read(json, CreditPackageView.Draft.class);
    }
}
