package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
    record Happened(String what) {
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 512", "11, 600", "20, 600", "1000, 600"})
    void waitingDoublesUpToTenMinutes(int failures, long seconds) {
        assertThat(OutboxBackoff.after(failures, bound -> 0)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(OutboxBackoff.after(failures, bound -> bound - 1)).isEqualTo(Duration.ofMillis(seconds * 1200));
    }

    @Test
    void afterTwentyFailuresItIsGivenUp() {
        assertThat(OutboxBackoff.isHopeless(19)).isFalse();
        assertThat(OutboxBackoff.isHopeless(20)).isTrue();
    }

    @Test
    void aPoisonousEventDoesNotHoldUpTheOthers() {
        var table = new Table(new IllegalStateException("poison"), null, new StackOverflowError(), null);
        assertThat(new OutboxWorker(table).deliverDue(100)).isEqualTo(4);
        assertThat(table.delivered).hasSize(2);
        assertThat(table.failed).hasSize(2);
    }

    @Test
    void noMoreThanAskedForIsTried() {
        var table = new Table(null, null, null);
        assertThat(new OutboxWorker(table).deliverDue(2)).isEqualTo(2);
        assertThat(table.delivered).hasSize(2);
    }

    @Test
    void aFailureThatIsNoEventsFaultIsNotSwallowed() {
        var worker = new OutboxWorker(new OutboxTransactions() {
            @Override
            public boolean deliverNext(Consumer<OutboxRow> claimed) {
                throw new IllegalStateException("database down");
            }
        });
        assertThatThrownBy(() -> worker.deliverDue(10)).hasMessage("database down");
    }

    @Test
    void whatIsKeptOfAFailureQuotesNoValues() {
        var summary = FailureSummary.of(new IllegalStateException("token=abc123",
                new IllegalArgumentException("abc123", Refusal.notFound("PLAN_NOT_FOUND", "abc123").asException())));
        assertThat(summary).contains("IllegalStateException at OutboxTest.java:", "Refused PLAN_NOT_FOUND")
                .doesNotContain("abc123");
        Throwable deep = new IllegalStateException();
        for (int i = 0; i < 100; i++) {
            deep = new IllegalStateException(deep);
        }
        assertThat(FailureSummary.of(deep)).hasSizeLessThanOrEqualTo(FailureSummary.LONGEST);
    }

    @Test
    void eventsAreKeptByANameThatEveryNodeCanLoad() {
        var name = EventTypes.nameOf(new Happened("it"));
        assertThat(EventTypes.load(name)).isEqualTo(Happened.class);
        record Local() {
        }
        assertThatThrownBy(() -> EventTypes.nameOf(new Local())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTypes.load("io.weir.NoSuchEvent")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventTypes.load("java.lang.Runtime")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void signalsMergeAndAreNotLostBeforeTheWait() throws InterruptedException {
        var signal = new SemaphoreSignal();
        signal.raised();
        signal.raised();
        assertThat(signal.await(Duration.ZERO)).isTrue();
        assertThat(signal.await(Duration.ZERO)).isFalse();
    }

    /** Rows in due order; each is delivered, or throws its failure as the delivering transaction would. */
    private static final class Table extends OutboxTransactions {
        private final Deque<OutboxRow> due = new ArrayDeque<>();
        private final List<Throwable> outcomes = new ArrayList<>();
        private final List<OutboxRow> delivered = new ArrayList<>();
        private final List<OutboxRow> failed = new ArrayList<>();

        Table(Throwable... outcomes) {
            for (var outcome : outcomes) {
                this.outcomes.add(outcome);
                due.add(new OutboxRow(new TenantId(Ids.next()), Ids.next(), Happened.class.getName(), "{}", 0));
            }
        }

        @Override
        public boolean deliverNext(Consumer<OutboxRow> claimed) {
            var row = due.peek();
            if (row == null) {
                return false;
            }
            claimed.accept(row);
            var outcome = outcomes.remove(0);
            if (outcome instanceof RuntimeException failure) {
                throw failure;
            }
            if (outcome instanceof Error failure) {
                throw failure;
            }
            delivered.add(due.remove());
            return true;
        }

        @Override
        public void rememberFailure(OutboxRow row, String error) {
            due.remove(row);
            failed.add(row);
        }
    }
}
