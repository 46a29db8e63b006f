package io.weir.metering.app;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.figures;
import static io.weir.metering.Specimens.forEver;
import static io.weir.metering.Specimens.holder;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.MemoryStore;
import io.weir.metering.MemoryStore.Step;
import io.weir.metering.api.Decision;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Ask;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest extends ShardsFixture {
    @Test
    void what_waits_while_one_batch_commits_is_the_next_batch() throws Exception {
        start(LONG, 1000);
        hangAt(Step.BEFORE_COMMIT);
        var first = charge();
        hung.await();
        var others = IntStream.range(0, 120).mapToObj(i -> charge()).toList();
        released.countDown();
        assertThat(admitted(first)).isTrue();
        assertThat(others.stream().filter(ShardsFixture::admitted)).hasSize(99);
        assertThat(others.subList(0, 99)).as("in order of arrival").allMatch(ShardsFixture::admitted);
        assertThat(store.batchSizes()).containsExactly(1, 99);
        assertThat(store.figures(id(1))).isEqualTo(figures(100, 100, 0));
    }

    @Test
    void what_goes_wrong_after_the_commit_repeats_nothing() {
        shards = new Shards(1, shard -> store, new FlusherTerms(10, LONG.toNanos(), clock,
                new Months(t -> ZoneOffset.UTC), work -> {
            throw new RejectedExecutionException();
        }, (answers, nanos) -> {
            throw new IllegalStateException("no metrics");
        }));
        shards.start(Thread::new);
        assertThat(admitted(charge())).isTrue();
        assertThat(admitted(charge())).isTrue();
        assertCounted(2);
    }

    @Test
    void the_queue_is_bounded() throws Exception {
        start(LONG, 5);
        hangAt(Step.LOCK);
        var first = charge();
        hung.await();
        var queued = IntStream.range(0, 5).mapToObj(i -> charge()).toList();
        var surplus = charge();
        assertThat(surplus).isCompletedExceptionally();
        assertUnavailable(surplus);
        released.countDown();
        assertThat(admitted(first)).isTrue();
        assertThat(queued).allMatch(ShardsFixture::admitted);
        assertCounted(6);
    }

    @Test
    void refused_and_stale_demands_write_nothing() throws Exception {
        start(LONG, 10);
        store.credentialEpoch(7);
        assertThat(decision(shards.submit(new Ask.Charge(demand(ACME, 1, 6), FACTS)))).isEqualTo(new Decision.Stale());
        assertThat(decision(shards.submit(new Ask.Charge(demand(ACME, 101), FACTS))))
                .isInstanceOf(Decision.Exhausted.class);
        assertThat(store.batchSizes()).isEmpty();
        assertCounted(0);
    }

    @Test
    void each_account_keeps_to_one_flusher() throws Exception {
        var stores = List.of(store(), store(), store());
        shards = new Shards(3, stores::get, terms(LONG, 1000));
        shards.start(Thread::new);
        var answers = IntStream.range(0, 300)
                .mapToObj(i -> shards.submit(new Ask.Charge(demand(holder(i % 10), 1), FACTS))).toList();
        assertThat(answers.stream().filter(ShardsFixture::admitted)).hasSize(50);
        for (int account = 0; account < 10; account++) {
            int number = account;
            assertThat(stores.stream().mapToLong(s -> s.figures(id(number)).used()))
                    .containsExactlyInAnyOrder(0L, 0L, 5L);
        }
    }

    @Test
    void after_the_stop_everybody_hears_that_it_is_over() throws Exception {
        start(LONG, 10);
        hangAt(Step.LOCK);
        var first = charge();
        hung.await();
        var queued = charge();
        shards.stop();
        assertUnavailable(charge());
        released.countDown();
        assertThat(admitted(first)).isTrue();
        assertUnavailable(queued);
        assertCounted(1);
    }

    private static MemoryStore store() {
        return new MemoryStore(IntStream.range(0, 10)
                .mapToObj(i -> allowance(holder(i), i, figures(5, 0, 0), forEver()))
                        .toArray(Allowance[]::new));
    }
}
