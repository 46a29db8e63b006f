package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.Statements.Match;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void only_reference_and_amount_together_are_sure() {
        assertThat(Arrays.stream(Match.values()).filter(match -> Confidence.of(match) == Confidence.SURE))
                .containsExactly(Match.EXACT, Match.KNOWN);
    }

    @Test
    void what_cannot_be_approved_is_never_called_likely() {
        assertThat(Arrays.stream(Match.values())).allSatisfy(match ->
                assertThat(Confidence.of(match) == Confidence.NONE).isEqualTo(!match.isApprovable()));
    }
}
