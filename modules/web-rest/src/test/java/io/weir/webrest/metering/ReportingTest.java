package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Authentication;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Device;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents;
import io.weir.metering.api.UsageEvents.Ack;
import io.weir.webrest.metering.EventReading.ReadEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ReportingTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final UUID USAGE = new UUID(0, 9);
    private final List<String> asked = new ArrayList<>();

    @Test
    void onlyWhatWasStaleIsReportedAgain() {
        var acks = round(8).report(caller(7), List.of(event("a"), event("b"), event("c")), 5)
                .toCompletableFuture().join();
        assertThat(acks).allMatch(Ack.Accepted.class::isInstance).hasSize(3);
        assertThat(asked).containsExactly("7:abc", "8:b");
    }

    @Test
    void givesUpWhenRevocationsNeverEnd() {
        var outcome = round(99).report(caller(7), List.of(event("b")), 5).toCompletableFuture();
        assertThatThrownBy(outcome::join).hasCauseInstanceOf(RefusedException.class);
        assertThat(asked).hasSize(5);
    }

    @Test
    void nothingToReportAsksNobody() {
        assertThat(round(8).report(caller(7), List.of(), 5).toCompletableFuture().join()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theAnswerFollowsTheRequest() {
        var events = List.<ReadEvent>of(understood("a"), unreadable("BAD"), understood("b"), understood("c"),
                understood("d"));
        var answer = EventsAnswer.of(events, List.of(new Ack.Accepted(USAGE), new Ack.Duplicate(USAGE),
                new Ack.Conflict(USAGE), new Ack.Rejected("QUOTA_EXCEEDED")), Refusal::code);
        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.duplicates()).isEqualTo(1);
        assertThat(answer.rejected()).containsExactly(new EventsAnswer.Rejection(1, "BAD", "BAD"),
                new EventsAnswer.Rejection(3, "EVENT_CONFLICT", "EVENT_CONFLICT"),
                new EventsAnswer.Rejection(4, "QUOTA_EXCEEDED", "QUOTA_EXCEEDED"));
        assertThat(answer.results()).extracting(EventsAnswer.Result::status)
                .containsExactly("accepted", "rejected", "duplicate", "conflict", "rejected");
        assertThat(answer.results()).extracting(r -> r.usageId().isPresent())
                .containsExactly(true, false, true, true, false);
    }

    /** Event b is stale until the caller is verified at that epoch. */
    private Reporting.Round round(long epoch) {
        UsageEvents events = new UsageEvents() {
            @Override
            public CompletionStage<List<Ack>> report(TenantId tenant, long credentialEpoch, List<UsageEvent> reported) {
                asked.add(credentialEpoch + ":" + String.join("", reported.stream().map(UsageEvent::id).toList()));
                return CompletableFuture.completedStage(reported.stream().map(e ->
                        e.id().equals("b") && credentialEpoch < epoch ? new Ack.Stale() : (Ack) new Ack.Accepted(USAGE))
                        .toList());
            }
        };
        return new Reporting.Round(events, new Renewing(), Runnable::run);
    }

    private static ReadEvent understood(String id) {
        return new ReadEvent.Understood(event(id));
    }

    private static ReadEvent unreadable(String code) {
        return new ReadEvent.Unreadable(Refusal.invalid(code));
    }

    private static UsageEvent event(String id) {
        var facts = new CallFacts("/x", Optional.empty(), Optional.empty(), 200, OptionalInt.empty(), 0,
                Optional.empty());
        return new UsageEvent(new AccountId(new UUID(0, 4)), "s", id, Instant.EPOCH, new Units(MeterKey.CALLS, 1),
                facts, new byte[32]);
    }

    private static Caller caller(long epoch) {
        var credential = new Caller.Credential(Caller.Credential.Kind.API_KEY, new UUID(0, 2), Optional.empty(), 0);
        return new Caller(TENANT, Optional.empty(), Optional.empty(), Role.SERVICE, credential, epoch);
    }

    private static final class Renewing implements Authentication {
        @Override
        public Caller recognise(String credential, Device device) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Caller fresh(Caller stale) {
            return caller(stale.verifiedAt() + 1);
        }
    }
}
