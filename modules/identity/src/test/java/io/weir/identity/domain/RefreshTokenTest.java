package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.identity.domain.RefreshToken.Verdict;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // First use, expired, family ended, user suspended, and what to do.
        "true,  false, false, false, ROTATE", "true,  true,  false, false, EXPIRED",
        "true,  false, true,  false, INVALID", "true,  true,  true,  false, INVALID",
        "true,  false, false, true,  SUSPENDED", "true,  true,  true,  true,  SUSPENDED",
        "false, false, false, false, REUSED", "false, true,  false, false, REUSED",
        "false, false, true,  false, REUSED", "false, false, false, true,  REUSED",
        "false, true,  true,  true,  REUSED"})
    void everyState(boolean firstUse, boolean expired, boolean familyEnded, boolean suspended, Verdict verdict) {
        var end = expired ? NOW : NOW.plusMillis(1);
        var token = new RefreshToken(UUID.randomUUID(), new UserId(UUID.randomUUID()), end, familyEnded, suspended);
        assertThat(token.verdict(firstUse, NOW)).isEqualTo(verdict);
    }
}
