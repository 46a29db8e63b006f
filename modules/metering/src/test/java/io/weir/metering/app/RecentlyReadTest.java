package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RecentlyReadTest {
    private static final Function<String, Integer> UNREADABLE = key -> {
        throw new IllegalStateException("gone");
    };
    private final AtomicLong nanos = new AtomicLong();
    private final RecentlyRead<String, Integer> recent = new RecentlyRead<>(3, nanos::get);

    @Test
    void reads_again_after_five_seconds_or_when_told_to_forget() {
        assertThat(recent.get("a", key -> 1)).isEqualTo(1);
        nanos.set(RecentlyRead.KEPT_NANOS - 1);
        assertThat(recent.get("a", key -> 2)).isEqualTo(1);
        nanos.set(RecentlyRead.KEPT_NANOS);
        assertThat(recent.get("a", key -> 3)).isEqualTo(3);
        recent.forget("a");
        assertThat(recent.get("a", key -> 4)).isEqualTo(4);
    }

    @Test
    void what_changes_while_it_is_read_is_not_kept() {
        assertThat(recent.get("a", key -> {
            recent.forget("a");
            return 1;
        })).isEqualTo(1);
        assertThat(recent.get("a", key -> 2)).isEqualTo(2);
    }

    @Test
    void the_last_known_value_counts_while_nothing_can_be_read() {
        var log = Logger.getLogger(RecentlyRead.class.getName());
        log.setLevel(Level.OFF);
        assertThatThrownBy(() -> recent.get("a", UNREADABLE)).isInstanceOf(RefusedException.class)
                .hasMessage("UNAVAILABLE");
        recent.get("a", key -> 1);
        nanos.set(RecentlyRead.KEPT_NANOS * 2);
        assertThat(recent.get("a", UNREADABLE)).isEqualTo(1);
        log.setLevel(null);
    }

    @Test
    void is_bounded() {
        for (int i = 0; i < 100; i++) {
            int value = i;
            assertThat(recent.get("k" + i, key -> value)).isEqualTo(value);
        }
    }
}
