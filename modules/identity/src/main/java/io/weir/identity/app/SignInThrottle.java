package io.weir.identity.app;

import io.weir.identity.domain.Attempt;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.FailureWindow;
import io.weir.identity.store.FailedSignInRows;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Slows guessing down: so many failures a minute for an email, and four times as many for an address, behind which a
 * whole office may sit. Only failures count. They are kept in transactions of their own, because the refusal rolls its
 * caller's back.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SignInThrottle {
    private static final int PEOPLE_BEHIND_AN_ADDRESS = 4;

    @Inject
    FailedSignInRows rows;
    @Inject
    Time time;
    @Inject
    @ConfigProperty(name = "WEIR_SIGN_IN_FAILURES", defaultValue = "5")
    int limit;

    /** Refused: {@code TOO_MANY_ATTEMPTS}, with the seconds until both windows are open again. */
    public void requireOpen(Attempt attempt) {
        var now = time.now();
        var email = closedFor(attempt.emailBucket(), limit, now);
        var address = attempt.addressBucket()
                .flatMap(bucket -> closedFor(bucket, limit * PEOPLE_BEHIND_AN_ADDRESS, now));
        Stream.of(email, address).flatMap(Optional::stream).max(Duration::compareTo).ifPresent(wait -> {
            throw Denial.tooManyAttempts(wait.toSeconds());
        });
    }

    /** Always in this order, so that two attempts never wait for each other. */
    public void failed(Attempt attempt) {
        var now = time.now();
        rows.count(attempt.emailBucket(), now);
        attempt.addressBucket().ifPresent(bucket -> rows.count(bucket, now));
    }

    /** The address's failures stay: who guesses others' passwords may well know his own. */
    public void succeeded(Attempt attempt) {
        rows.clear(attempt.emailBucket());
    }

    private Optional<Duration> closedFor(String bucket, int most, Instant now) {
        return rows.find(bucket).flatMap((FailureWindow window) -> window.closedFor(now, most));
    }
}
