package io.weir.identity.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.domain.Attempt;
import io.weir.identity.domain.FailureWindow;
import io.weir.identity.store.FailedSignInRows;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final String OFFICE = "203.0.113.7";
    private final SignInThrottle throttle = new SignInThrottle();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void setUp() {
        throttle.limit = 5;
        throttle.rows = new RowsInMemory();
        throttle.time = new Time() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public Instant now(TenantId tenant) {
                return now;
            }
        };
    }

    @Test
    void fiveFailuresCloseAnEmailForTheRestOfTheMinute() {
        fail("a@example.com", OFFICE, 4);
        assertOpen("a@example.com", OFFICE);
        now = now.plusSeconds(20);
        fail("a@example.com", OFFICE, 1);
        assertClosed(" A@Example.com ", "198.51.100.1", 40);
        assertOpen("b@example.com", OFFICE);
        now = now.plusSeconds(40);
        assertOpen("a@example.com", OFFICE);
    }

    @Test
    void twentyFailuresCloseAnAddressForEveryEmail() {
        for (int i = 0; i < 10; i++) {
            fail("user" + i + "@example.com", OFFICE, 2);
        }
        assertClosed("another@example.com", OFFICE, 60);
        assertOpen("another@example.com", "203.0.113.8");
    }

    @Test
    void successClearsTheEmailButNotTheAddress() {
        fail("a@example.com", OFFICE, 4);
        throttle.succeeded(Attempt.of(TENANT, "a@example.com", OFFICE));
        fail("a@example.com", OFFICE, 4);
        assertOpen("a@example.com", OFFICE);
        fail("b@example.com", OFFICE, 12);
        assertClosed("a@example.com", OFFICE, 60);
    }

    @Test
    void successesAloneNeverCloseAnything() {
        for (int i = 0; i < 1_000; i++) {
            var attempt = Attempt.of(TENANT, "user" + i + "@example.com", OFFICE);
            throttle.requireOpen(attempt);
            throttle.succeeded(attempt);
        }
        assertOpen("user@example.com", OFFICE);
    }

    @Test
    void tenantsDoNotShareEmails() {
        fail("a@example.com", OFFICE, 5);
        assertThatCode(() -> throttle.requireOpen(Attempt.of(new TenantId(UUID.randomUUID()), "a@example.com", OFFICE)))
                .doesNotThrowAnyException();
    }

    private void fail(String email, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(Attempt.of(TENANT, email, address));
        }
    }

    private void assertOpen(String email, String address) {
        assertThatCode(() -> throttle.requireOpen(Attempt.of(TENANT, email, address))).doesNotThrowAnyException();
    }

    private void assertClosed(String email, String address, long seconds) {
        assertThatThrownBy(() -> throttle.requireOpen(Attempt.of(TENANT, email, address)))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    Assertions.assertThat(e.refusal().code()).isEqualTo("TOO_MANY_ATTEMPTS");
                    Assertions.assertThat(e.refusal().members()).containsEntry("retryAfter", seconds);
                });
    }

    /** The table without the database. */
    private static final class RowsInMemory extends FailedSignInRows {
        private final Map<String, FailureWindow> windows = new HashMap<>();

        @Override
        public Optional<FailureWindow> find(String bucket) {
            return Optional.ofNullable(windows.get(bucket));
        }

        @Override
        public FailureWindow count(String bucket, Instant now) {
            return windows.merge(bucket, FailureWindow.first(now), (before, first) -> before.failedAgain(now));
        }

        @Override
        public void clear(String bucket) {
            windows.remove(bucket);
        }
    }
}
