package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.weir.metering.api.RateLimits.Verdict;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {
    private final ManualTime time = new ManualTime();
    private final LocalBuckets buckets = new LocalBuckets(time, 10);

    @Test
    void lets_a_minutes_worth_through_and_then_one_at_a_time() {
        assertThat(buckets.take("a", 60)).isEqualTo(new Verdict(true, 60, 59, 1, 0));
        for (int i = 58; i >= 0; i--) {
            assertThat(buckets.take("a", 60).remaining()).isEqualTo(i);
        }
        assertThat(buckets.take("a", 60)).isEqualTo(new Verdict(false, 60, 0, 60, 1));
        time.advance(999);
        assertThat(buckets.take("a", 60).admitted()).isFalse();
        time.advance(1);
        assertThat(buckets.take("a", 60).admitted()).isTrue();
        assertThat(buckets.take("a", 60).admitted()).isFalse();
        assertThat(buckets.take("b", 60).admitted()).as("another bucket").isTrue();
    }

    @Test
    void zero_is_unlimited() {
        assertThat(buckets.take("a", 0)).isEqualTo(new Verdict(true, 0, 0, 0, 0));
        assertThat(buckets.size()).isZero();
    }

    @Test
    void a_new_limit_keeps_the_share_that_is_left() {
        IntStream.range(0, 5).forEach(i -> buckets.take("a", 10));
        assertThat(buckets.take("a", 100).remaining()).isEqualTo(49);
        assertThat(buckets.take("a", 10).remaining()).isBetween(3L, 4L);
    }

    @Test
    void is_bounded_and_forgets_idle_buckets_first() {
        IntStream.range(0, 10).forEach(i -> buckets.take("idle" + i, 2));
        time.advance(60_000);
        buckets.take("busy", 2);
        buckets.take("busy", 2);
        assertThat(buckets.size()).isEqualTo(1);
        assertThat(buckets.take("busy", 2).admitted()).isFalse();

        IntStream.range(0, 100).forEach(i -> {
            time.advance(1);
            buckets.take("flood" + i, 2);
        });
        assertThat(buckets.size()).isLessThanOrEqualTo(10);
    }

    /** Time that moves when told to. */
    private static final class ManualTime implements TimeMeter {
        private long nanos;

        void advance(long millis) {
            nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
