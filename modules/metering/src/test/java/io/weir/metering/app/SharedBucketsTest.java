package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.RateLimits.Verdict;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Scripted shared = new Scripted(1);
    private final Scripted own = new Scripted(2);
    private final SharedBuckets buckets = new SharedBuckets(shared, own, Duration.ofSeconds(1), nanos::get);

    @Test
    void the_shared_ones_decide_as_long_as_they_answer() {
        assertThat(buckets.take("a", 60).remaining()).isEqualTo(1);
        assertThat(own.asked).isZero();
    }

    @Test
    void after_a_failure_only_one_request_in_a_while_tries_them() {
        shared.down = true;
        for (int i = 0; i < 10; i++) {
            assertThat(buckets.take("a", 60).remaining()).isEqualTo(2);
        }
        assertThat(shared.asked).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        buckets.take("a", 60);
        buckets.take("a", 60);
        assertThat(shared.asked).isEqualTo(2);
    }

    @Test
    void they_are_used_again_once_they_answer() {
        shared.down = true;
        buckets.take("a", 60);
        shared.down = false;
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.take("a", 60).remaining()).isEqualTo(1);
        assertThat(buckets.take("a", 60).remaining()).isEqualTo(1);
    }

    @Test
    void nobody_is_asked_where_there_is_no_limit() {
        assertThat(buckets.take("a", 0)).isEqualTo(new Verdict(true, 0, 0, 0, 0));
        assertThat(shared.asked + own.asked).isZero();
    }

    /** Answers always the same, or fails. */
    private static final class Scripted implements BucketStore {
        private final long remaining;
        private boolean down;
        private int asked;

        Scripted(long remaining) {
            this.remaining = remaining;
        }

        @Override
        public Verdict take(String name, int perMinute) {
            asked++;
            if (down) {
                throw new IllegalStateException("down");
            }
            return new Verdict(true, perMinute, remaining, 1, 0);
        }
    }
}
