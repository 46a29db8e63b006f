package io.weir.metering.app;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.demand;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.MemoryStore.Step;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.BatchFailure.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A charge that finds nobody at its flusher: the same promise, on the thread that asks. */
class DecidedAtOnceTest extends ShardsFixture {
    @Test
    void a_lone_charge_is_decided_when_the_call_returns() {
        start(LONG, 10);
        var answer = decide();
        assertThat(answer).isDone();
        assertThat(admitted(answer)).isTrue();
        assertCounted(1);
    }

    @Test
    void one_that_finds_a_batch_running_queues_behind_it() throws Exception {
        start(LONG, 10);
        hangAt(Step.BEFORE_COMMIT);
        var first = charge();
        hung.await();
        var second = decide();
        assertThat(second).isNotDone();
        released.countDown();
        assertThat(admitted(first)).isTrue();
        assertThat(admitted(second)).isTrue();
        assertThat(store.batchSizes()).containsExactly(1, 1);
    }

    @Test
    void what_comes_while_it_runs_waits_for_its_turn() throws Exception {
        start(LONG, 10);
        hangAt(Step.BEFORE_COMMIT);
        var first = CompletableFuture.supplyAsync(this::decide);
        hung.await();
        var second = charge();
        var third = decide();
        assertThat(second).isNotDone();
        assertThat(third).isNotDone();
        released.countDown();
        assertThat(admitted(first.join())).isTrue();
        assertThat(admitted(second)).isTrue();
        assertThat(admitted(third)).isTrue();
        assertCounted(3);
    }

    @Test
    void what_fails_before_its_commit_is_tried_again_by_the_flusher() {
        start(LONG, 10);
        fail(Step.LOCK, Kind.CONTENDED, 1);
        assertThat(admitted(decide())).isTrue();
        fail(Step.WRITE, Kind.UNREACHABLE, 1);
        assertThat(admitted(decide())).isTrue();
        fail(Step.WRITE, Kind.BROKEN, 2);
        assertUnavailable(decide());
        assertCounted(2);
    }

    @Test
    void a_lost_commit_is_looked_up_and_repeated_only_when_it_did_not_happen() {
        start(LONG, 10);
        fail(Step.AFTER_COMMIT, Kind.UNREACHABLE, 1);
        fail(Step.LOOK_UP, Kind.UNREACHABLE, 1);
        assertThat(admitted(decide())).isTrue();
        assertCounted(1);
        fail(Step.BEFORE_COMMIT, Kind.UNREACHABLE, 1);
        assertThat(admitted(decide())).isTrue();
        assertCounted(2);
    }

    @Test
    void a_lost_commit_that_nobody_can_look_up_is_unavailable_and_not_repeated() {
        start(Duration.ofMillis(150), 10);
        fail(Step.AFTER_COMMIT, Kind.UNREACHABLE, 1);
        fail(Step.LOOK_UP, Kind.UNREACHABLE, 1000);
        assertUnavailable(decide());
        assertCounted(1);
    }

    @Test
    void behind_a_silent_database_nobody_waits_and_what_was_given_up_never_commits() throws Exception {
        start(Duration.ofMillis(400), 10);
        hangAt(Step.LOCK);
        var first = CompletableFuture.supplyAsync(this::decide);
        hung.await();
        assertUnavailable(charge());
        assertUnavailable(charge());
        released.countDown();
        assertUnavailable(first.join());
        assertThat(admitted(decide())).isTrue();
        assertCounted(1);
    }

    @Test
    void after_the_stop_it_hears_that_it_is_over() {
        start(LONG, 10);
        shards.stop();
        assertUnavailable(decide());
        assertCounted(0);
    }

    private CompletableFuture<Answer> decide() {
        return shards.decide(new Ask.Charge(demand(ACME, 1), FACTS));
    }
}
