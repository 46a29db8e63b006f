package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.internal.IdempotencyClaim.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
    private static final Instant CLAIMED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private final IdempotencyClaim answered = new IdempotencyClaim("same", CLAIMED, true);
    private final IdempotencyClaim open = new IdempotencyClaim("same", CLAIMED, false);

    @Test
    void theSameRequestGetsTheFirstAnswerForADay() {
        assertThat(answered.verdict("same", CLAIMED)).isEqualTo(Verdict.REPLAY);
        assertThat(answered.verdict("same", CLAIMED.plus(DAY).minusMillis(1))).isEqualTo(Verdict.REPLAY);
        assertThat(answered.verdict("same", CLAIMED.plus(DAY))).isEqualTo(Verdict.TAKE_OVER);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefusedForADay() {
        assertRefused(() -> answered.verdict("other", CLAIMED), 422, "IDEMPOTENCY_KEY_REUSED");
        assertRefused(() -> open.verdict("other", CLAIMED.plusSeconds(3600)), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(answered.verdict("other", CLAIMED.plus(DAY))).isEqualTo(Verdict.TAKE_OVER);
    }

    @Test
    void whileTheFirstIsAtWorkARepeatIsRefusedAndAfterAQuarterOfAnHourItTakesOver() {
        assertRefused(() -> open.verdict("same", CLAIMED), 409, "IDEMPOTENCY_KEY_IN_USE");
        assertRefused(() -> open.verdict("same", CLAIMED.plusSeconds(899)), 409, "IDEMPOTENCY_KEY_IN_USE");
        assertThat(open.verdict("same", CLAIMED.plusSeconds(900))).isEqualTo(Verdict.TAKE_OVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "8e03978e-40d5-43e8-bc93-6894a57f9324", "\"quoted key\"", "~!@#"})
    void printableAsciiMakesAKey(String key) {
        assertThatCode(() -> IdempotencyClaim.checkKey(key)).doesNotThrowAnyException();
        assertThatCode(() -> IdempotencyClaim.checkKey("k".repeat(255))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "tab\t", "line\n", "khóa", "\u007f"})
    void theRestDoesNot(String key) {
        assertRefused(() -> IdempotencyClaim.checkKey(key), 400, "IDEMPOTENCY_KEY_INVALID");
        assertRefused(() -> IdempotencyClaim.checkKey("k".repeat(256)), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void aStoredAnswerIsSealedForItsTenantSenderAndKey() {
        var tenant = new TenantId(Ids.next());
        assertThat(new IdempotencyKey(tenant, "user", "k").sealContext())
                .isNotEqualTo(new IdempotencyKey(tenant, "other", "k").sealContext())
                .isNotEqualTo(new IdempotencyKey(new TenantId(Ids.next()), "user", "k").sealContext());
        assertThatThrownBy(() -> new IdempotencyKey(tenant, "", "k")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdempotencyKey(tenant, "s".repeat(101), "k"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Runnable act, int status, String code) {
        assertThatThrownBy(act::run).asInstanceOf(type(RefusedException.class)).satisfies(refused -> {
            assertThat(refused.refusal().kind().status()).isEqualTo(status);
            assertThat(refused.refusal().code()).isEqualTo(code);
        });
    }
}
