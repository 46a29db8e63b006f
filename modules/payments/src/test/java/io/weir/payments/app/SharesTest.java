package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.payments.spi.GatewayException;
import io.weir.platform.api.Time;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SharesTest {
    private Instant now = Fakes.NOW;
    private final Shares shares = new Shares(new Time() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    });

    @Test
    void a_slow_provider_has_its_share_and_the_others_have_theirs() {
        assertThat(shares.ask("slow", () -> passes(Duration.ofSeconds(20)))).isTrue();
        assertThat(shares.ask("slow", () -> passes(Duration.ofSeconds(20)))).isTrue();
        assertThat(shares.ask("slow", Assertions::fail)).isFalse();
        assertThat(shares.ask("quick", () -> passes(Duration.ofMillis(20)))).isTrue();
    }

    @Test
    void one_that_fails_slowly_has_had_its_share_too() {
        Assertions.assertThatThrownBy(() -> shares.ask("slow", () -> {
            passes(Shares.EACH);
            throw new GatewayException("timed out", null);
        })).isInstanceOf(GatewayException.class);
        assertThat(shares.ask("slow", Assertions::fail)).isFalse();
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
