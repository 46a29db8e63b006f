package io.weir.metering.app;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.MemoryStore;
import io.weir.metering.MemoryStore.Step;
import io.weir.metering.api.Decision;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchFailure.Kind;
import io.weir.platform.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gate over a database in memory that fails when told to. */
abstract class ShardsFixture {
    static final Logger LOG = Logger.getLogger(Flusher.class.getName());
    static final Duration LONG = Duration.ofSeconds(20);
    final MemoryStore store = new MemoryStore(allowance(1, 100, forEver()));
    final CountDownLatch hung = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    final StandingClock clock = new StandingClock();
    Shards shards;

    @BeforeEach
    final void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    final void stop() {
        released.countDown();
        shards.stop();
        LOG.setLevel(null);
    }

    void start(Duration patience, int queueLength) {
        shards = new Shards(1, shard -> store, terms(patience, queueLength));
        shards.start(Thread::new);
    }

    FlusherTerms terms(Duration patience, int queueLength) {
        return new FlusherTerms(queueLength, patience.toNanos(), clock, new Months(t -> ZoneOffset.UTC),
                Runnable::run, (answers, nanos) -> {
        });
    }

    CompletableFuture<Answer> charge() {
        return shards.submit(new Ask.Charge(demand(ACME, 1), FACTS));
    }

    void hangAt(Step step) {
        store.strike(step, () -> {
            hung.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void fail(Step step, Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            store.strike(step, () -> {
                throw new BatchFailure(kind, null);
            });
        }
    }

    void poison(Step step, int times) {
        for (int i = 0; i < times; i++) {
            store.strike(step, () -> {
                throw new IllegalStateException("poison");
            });
        }
    }

    void assertCounted(long calls) {
        assertThat(store.usages()).hasSize((int) calls);
        assertThat(store.figures(id(1)).used()).isEqualTo(calls);
    }

    static boolean admitted(CompletableFuture<Answer> answer) {
        return decision(answer) instanceof Decision.Admitted;
    }

    static Decision decision(CompletableFuture<Answer> answer) {
        return ((Answer.Decided) answer.orTimeout(10, TimeUnit.SECONDS).join()).decision();
    }

    static void assertUnavailable(CompletableFuture<Answer> answer) {
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .cause().isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal().code())
                        .isEqualTo("UNAVAILABLE"));
    }

    /** A clock that stands still, and of which the tenants' part can be broken. */
    static final class StandingClock implements Time {
        volatile boolean broken;

        @Override
        public Instant now() {
            return NOON;
        }

        @Override
        public Instant now(TenantId tenant) {
            if (broken) {
                throw new IllegalStateException("clocks cannot be read");
            }
            return NOON;
        }
    }
}
