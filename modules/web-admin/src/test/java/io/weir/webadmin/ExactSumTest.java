package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Effect;
import io.weir.payments.api.Statements.Outcome;
import io.weir.webadmin.StatementImport.ExactSum;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static Outcome outcome(Effect effect, String refused) {
        return new Outcome(UUID.randomUUID(), PaymentId.of("01900000-0000-7000-8000-000000000001"),
                Optional.ofNullable(effect), Optional.ofNullable(refused));
    }

    @Test
    void what_was_done_what_waits_and_what_was_refused_are_told_apart() {
        assertThat(ExactSum.of(List.of(outcome(Effect.COUNTED, null), outcome(Effect.KNOWN, null),
                outcome(Effect.AWAITS_SECOND, null), outcome(null, "OWN_PAYMENT")))).isEqualTo(new ExactSum(2, 1, 1));
        assertThat(ExactSum.of(List.of())).isEqualTo(new ExactSum(0, 0, 0));
    }
}
