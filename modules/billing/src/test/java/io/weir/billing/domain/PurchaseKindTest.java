package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.weir.payments.api.Payment;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurchaseKindTest {
    @ParameterizedTest
    @EnumSource
    void survivesTheWayThroughAPayment(PurchaseKind kind) {
        assertThat(PurchaseKind.of(kind.purpose(UUID.randomUUID()))).isEqualTo(kind);
    }

    @Test
    void unknownKindsAreNotSwallowed() {
        assertThatIllegalStateException().isThrownBy(() -> PurchaseKind.of(new Payment.Purpose("lottery", "x")));
    }
}
