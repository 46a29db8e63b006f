package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.metering.MemoryStore.Step;
import io.weir.metering.domain.BatchFailure.Kind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the database does: nobody is counted twice, and nobody waits for ever. */
class LostDatabaseTest extends ShardsFixture {
    @Test
    void a_lost_commit_that_happened_is_not_repeated() {
        start(LONG, 10);
        fail(Step.AFTER_COMMIT, Kind.UNREACHABLE, 1);
        fail(Step.LOOK_UP, Kind.UNREACHABLE, 1);
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }

    @Test
    void a_lost_commit_that_did_not_happen_is_repeated() {
        start(LONG, 10);
        fail(Step.BEFORE_COMMIT, Kind.UNREACHABLE, 1);
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }

    @Test
    void a_commit_that_fails_in_an_unforeseen_way_is_looked_up_too() {
        start(LONG, 10);
        poison(Step.AFTER_COMMIT, 1);
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }

    @Test
    void a_lost_commit_that_nobody_can_look_up_is_unavailable_and_not_repeated() {
        start(Duration.ofMillis(150), 10);
        fail(Step.AFTER_COMMIT, Kind.UNREACHABLE, 1);
        fail(Step.LOOK_UP, Kind.UNREACHABLE, 1000);
        assertUnavailable(charge());
        assertCounted(1);
    }

    @Test
    void a_deadlock_is_tried_again_five_times_in_all() {
        start(LONG, 10);
        fail(Step.LOCK, Kind.CONTENDED, 2);
        fail(Step.WRITE, Kind.CONTENDED, 2);
        assertThat(admitted(charge())).isTrue();
        fail(Step.LOCK, Kind.CONTENDED, 5);
        assertUnavailable(charge());
        assertThat(admitted(charge())).isTrue();
        assertCounted(2);
    }

    @Test
    void a_lost_connection_is_replaced_once_and_a_lost_database_is_unavailable_until_it_is_back() {
        start(LONG, 10);
        fail(Step.WRITE, Kind.UNREACHABLE, 1);
        assertThat(admitted(charge())).isTrue();
        fail(Step.LOCK, Kind.UNREACHABLE, 2);
        assertUnavailable(charge());
        assertThat(admitted(charge())).isTrue();
        assertCounted(2);
    }

    @Test
    void when_the_database_is_lost_those_who_wait_hear_it_at_once() throws Exception {
        start(LONG, 10);
        hangAt(Step.LOCK);
        var first = charge();
        hung.await();
        fail(Step.WRITE, Kind.UNREACHABLE, 2);
        var second = charge();
        released.countDown();
        assertUnavailable(first);
        assertUnavailable(second);
        assertCounted(0);
    }

    @Test
    void a_poisoned_demand_fails_alone() throws Exception {
        start(LONG, 100);
        hangAt(Step.BEFORE_COMMIT);
        var first = charge();
        hung.await();
        poison(Step.WRITE, 2);
        var others = IntStream.range(0, 10).mapToObj(i -> charge()).toList();
        released.countDown();
        assertThat(admitted(first)).isTrue();
        assertThatThrownBy(() -> others.get(0).get(5, TimeUnit.SECONDS)).hasRootCauseMessage("poison");
        assertThat(others.subList(1, 10)).allMatch(ShardsFixture::admitted);
        assertCounted(10);
    }

    @Test
    void what_the_database_refuses_fails_alone_too() {
        start(LONG, 10);
        fail(Step.WRITE, Kind.BROKEN, 1);
        assertUnavailable(charge());
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }

    @Test
    void without_the_tenants_clocks_nothing_is_admitted() {
        start(LONG, 10);
        clock.broken = true;
        assertUnavailable(charge());
        clock.broken = false;
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }

    @Test
    void nobody_waits_for_a_silent_database_and_what_was_given_up_never_commits() throws Exception {
        start(Duration.ofMillis(400), 10);
        hangAt(Step.LOCK);
        var first = charge();
        hung.await();
        var queued = charge();
        assertUnavailable(first);
        assertUnavailable(queued);
        released.countDown();
        assertThat(admitted(charge())).isTrue();
        assertCounted(1);
    }
}
