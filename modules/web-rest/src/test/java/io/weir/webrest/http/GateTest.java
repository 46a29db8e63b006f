package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Device;
import io.weir.identity.api.Role;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Decision;
import io.weir.metering.api.MeterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Decision.Admitted ADMITTED =
            new Decision.Admitted(new UUID(0, 9),
            List.of(new Decision.Line(MeterKey.CALLS, 1, 41, 100, Optional.empty())), Optional.empty());
    private final Caller caller = Fixtures.caller(Role.CUSTOMER, Kind.API_KEY, 7);
    private final List<Long> asked = new ArrayList<>();

    @Test
    void asksOnceWhenNothingWasRevoked() {
        assertThat(admit(verified -> answer(verified, ADMITTED), new Renewing())).isCompletedWithValue(ADMITTED);
        assertThat(asked).containsExactly(7L);
    }

    @Test
    void verifiesAgainAndAsksAgainWhenSomethingWas() {
        assertThat(admit(verified -> answer(verified, verified.verifiedAt() < 9 ? new Decision.Stale() : ADMITTED),
                new Renewing()))
                .isCompletedWithValue(ADMITTED);
        assertThat(asked).containsExactly(7L, 8L, 9L);
    }

    @Test
    void givesUpWhenRevocationsNeverEnd() {
        var outcome = admit(verified -> answer(verified, new Decision.Stale()), new Renewing());
        assertThat(outcome.isCompletedExceptionally()).isTrue();
        assertThat(failure(outcome).status()).isEqualTo(503);
        assertThat(asked).hasSize(5);
    }

    @Test
    void whoWasRevokedIsRefused() {
        var outcome = admit(verified -> answer(verified, new Decision.Stale()), new Revoking());
        assertThat(failure(outcome).code()).isEqualTo("TOKEN_INVALID");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aUsedUpAllowanceIsARefusalWithItsFigures() {
        var outcome = admit(verified -> answer(verified,
                new Decision.Exhausted(MeterKey.CALLS, 100, 100, Optional.empty())),
                new Renewing());
        assertThat(failure(outcome).status()).isEqualTo(429);
        assertThat(failure(outcome).members()).containsEntry("currentUsage", 100L).containsEntry("limit", 100L);
    }

    @Test
    void soIsASpendCap() {
        var outcome = admit(verified -> answer(verified,
                new Decision.Capped(MeterKey.CALLS, 50, 50, Fixtures.NOW.plusSeconds(60))), new Renewing());
        assertThat(failure(outcome).code()).isEqualTo("SPEND_CAP_REACHED");
        assertThat(failure(outcome).members()).containsEntry("currentUsage", 50L).containsEntry("limit", 50L);
    }

    private CompletableFuture<Decision.Admitted> admit(Function<Caller, CompletionStage<Decision>> question,
                                                       Authentication by) {
        return Gate.decide(caller, question, by, Runnable::run, 5).thenCompose(Gate::outcome).toCompletableFuture();
    }

    private CompletionStage<Decision> answer(Caller verified, Decision decision) {
        asked.add(verified.verifiedAt());
        return CompletableFuture.completedStage(decision);
    }

    private static Failure failure(CompletableFuture<?> outcome) {
        return Failures.of(outcome.handle((value, thrown) -> thrown).join());
    }

    private static class Renewing implements Authentication {
        @Override
        public Caller recognise(String credential, Device device) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Caller fresh(Caller stale) {
            return Fixtures.caller(stale.role(), stale.credential().kind(), stale.verifiedAt() + 1);
        }
    }

    private static final class Revoking extends Renewing {
        @Override
        public Caller fresh(Caller stale) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "TOKEN_INVALID").asException();
        }
    }
}
