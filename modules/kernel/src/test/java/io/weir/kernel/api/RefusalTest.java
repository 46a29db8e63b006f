package io.weir.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void aBadFieldIsAFailedValidation() {
        var refusal = Refusal.invalidField("email", "BAD_EMAIL");
        assertThat(refusal.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refusal.kind().status()).isEqualTo(400);
        assertThat(refusal.fields()).isEqualTo(Map.of("email", "BAD_EMAIL"));
    }

    @Test
    void membersAreAddedToACopy() {
        var plain = Refusal.of(Refusal.Kind.LIMITED, "QUOTA_EXCEEDED");
        var more = plain.with("limit", 100L).with("currentUsage", 100L);
        assertThat(plain.members()).isEmpty();
        assertThat(more.members()).isEqualTo(Map.of("limit", 100L, "currentUsage", 100L));
    }

    @Test
    void theExceptionIsNoFaultAndCostsNoStackTrace() {
        var refused = Refusal.notFound("PLAN_NOT_FOUND").asException();
        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(refused).hasMessage("PLAN_NOT_FOUND");
    }
}
