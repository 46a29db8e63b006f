package io.weir.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.Ids;
import io.weir.platform.api.OutboxBacklog;
import io.weir.platform.api.TenantClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClockStepsTest {
    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private final Standing clock = new Standing();
    private final List<String> done = new ArrayList<>();
    private int undelivered;
    private final OutboxBacklog outbox = tenant -> undelivered == 0 || --undelivered == 0;

    @Test
    void eachIsDoneAtItsOwnTimeInOrderWhoeverHasIt() {
        var one = new Work("one", START.plusSeconds(10), START.plusSeconds(30));
        var two = new Work("two", START.plusSeconds(20), START.plusSeconds(30), START.plusSeconds(90));
        walk(START.plusSeconds(60), one, two);
        assertThat(done).containsExactly("one 10", "two 20", "one 30", "two 30");
        assertThat(clock.stood).containsExactly(START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30));
        assertThat(clock.now).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void whatIsDueAtTheTargetIsDoneToo() {
        walk(START.plusSeconds(60), new Work("one", START, START.plusSeconds(60)));
        assertThat(done).containsExactly("one 0", "one 60");
    }

    @Test
    void theClockWaitsForTheEventsOfAStepAndThenLooksAgain() {
        var late = new Work("late");
        var early = new Work("early", START.plusSeconds(10)) {
            @Override
            public void runDue(TenantId tenant) {
                if (!due.isEmpty() && !due.first().isAfter(clock.now)) {
                    undelivered = 3;
                    late.due.add(clock.now);
                }
                super.runDue(tenant);
            }
        };
        walk(START.plusSeconds(60), late, early);
        assertThat(done).containsExactly("early 10", "late 10");
        assertThat(undelivered).isZero();
    }

    @Test
    void workThatFailsHoldsUpNeitherTheOthersNorTheClock() {
        var broken = new Work("broken", START.plusSeconds(10)) {
            @Override
            public void runDue(TenantId tenant) {
                throw new IllegalStateException("on purpose");
            }
        };
        walk(START.plusSeconds(60), broken, new Work("other", START.plusSeconds(20)));
        assertThat(done).containsExactly("other 20");
        assertThat(clock.target).isNull();
    }

    @Test
    void workThatIsNeverDoneDoesNotHoldItUpEither() {
        var hopeless = new Work("hopeless", START.plusSeconds(10)) {
            @Override
            public void runDue(TenantId tenant) {
                undelivered = 2;
            }
        };
        walk(START.plusSeconds(60), hopeless);
        assertThat(clock.now).isEqualTo(START.plusSeconds(60));
    }

    private void walk(Instant target, Work... works) {
        clock.depart(TENANT, target);
        var steps = new ClockSteps(clock, outbox, List.<DueWork>of(works));
        while (clock.target != null) {
            steps.next(TENANT);
        }
    }

    /** Due at some moments, each once. */
    private class Work implements DueWork {
        final NavigableSet<Instant> due;
        private final String name;

        Work(String name, Instant... due) {
            this.name = name;
            this.due = new TreeSet<>(List.of(due));
        }

        @Override
        public Optional<Instant> nextDue(TenantId tenant, Instant after) {
            return Optional.ofNullable(due.higher(after));
        }

        @Override
        public void runDue(TenantId tenant) {
            while (!due.isEmpty() && !due.first().isAfter(clock.now)) {
                done.add(name + " " + Duration.between(START, clock.now).toSeconds());
                due.pollFirst();
            }
        }
    }

    /** A clock in memory. */
    private static final class Standing implements TenantClocks {
        private final List<Instant> stood = new ArrayList<>();
        private Instant now = START;
        private Instant target;

        @Override
        public Kept kept(TenantId tenant) {
            return new Kept(now, Duration.ZERO, Optional.of(START), Optional.ofNullable(target));
        }

        @Override
        public boolean depart(TenantId tenant, Instant wanted) {
            target = wanted;
            return true;
        }

        @Override
        public boolean step(TenantId tenant, Instant from, Instant to) {
            assertThat(from).isEqualTo(now);
            now = to;
            return stood.add(to);
        }

        @Override
        public boolean arrive(TenantId tenant, Instant from) {
            now = target;
            target = null;
            return true;
        }

        @Override
        public Set<TenantId> onTheirWay() {
            return Set.of();
        }

        @Override
        public boolean isMoved(TenantId tenant) {
            return true;
        }
    }
}
