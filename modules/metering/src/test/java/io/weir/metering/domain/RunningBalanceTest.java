package io.weir.metering.domain;

import static io.weir.metering.Specimens.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Ledger.Entry;
import io.weir.metering.api.Ledger.Type;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One history, of which some entries have their balance written down; shown whole, and in parts. */
class RunningBalanceTest {
    private static final long NOW = 55;
    /** Oldest first, with the balance after each. */
    private final List<LedgerLine> history = List.of(
            line(1, Type.GRANT, 100, null), // 100
            line(2, Type.USAGE, -10, null), // 90
            line(3, Type.PURCHASE, 50, 140L),
            line(4, Type.USAGE, -20, 120L),
            line(5, Type.EXPIRY, -70, null), // 50
            line(6, Type.BONUS, 10, 60L),
            line(7, Type.EXPIRY, -5, null)); // 55
    private final List<LedgerLine> newestFirst = history.stream().sorted(LedgerLine.NEWEST_FIRST).toList();

    @Test
    void the_whole_list() {
        assertThat(balances(line -> true)).containsExactly(55L, 60L, 50L, 120L, 140L, 90L, 100L);
    }

    @Test
    void a_list_that_leaves_entries_out_has_the_same_balances() {
        assertThat(balances(line -> line.type() == Type.EXPIRY)).containsExactly(55L, 50L);
        assertThat(balances(line -> line.type() == Type.USAGE)).containsExactly(120L, 90L);
        assertThat(balances(line -> line.type() == Type.GRANT)).containsExactly(100L);
        assertThat(balances(line -> line.recorded().isEmpty())).containsExactly(55L, 50L, 90L, 100L);
    }

    private List<Long> balances(java.util.function.Predicate<LedgerLine> shown) {
        return new RunningBalance(new Remembered(), NOW).after(newestFirst.stream().filter(shown).toList()).stream()
                .map(Entry::balanceAfter).toList();
    }

    private static LedgerLine line(int second, Type type, long quantity, Long recorded) {
        return new LedgerLine(new UUID(4, second), type, quantity, Optional.ofNullable(recorded),
                NOON.plusSeconds(second), Optional.empty());
    }

    private final class Remembered implements RunningBalance.Gaps {
        @Override
        public Optional<LedgerLine> nextRecorded(LedgerLine older, Optional<LedgerLine> newer) {
            return between(older, newer).filter(line -> line.recorded().isPresent()).findFirst();
        }

        @Override
        public long unrecorded(LedgerLine older, Optional<LedgerLine> newer) {
            return between(older, newer).filter(line -> line.recorded().isEmpty())
                    .mapToLong(LedgerLine::quantity).sum();
        }

        private Stream<LedgerLine> between(LedgerLine older, Optional<LedgerLine> newer) {
            return history.stream().filter(line -> line.isNewerThan(older))
                    .filter(line -> newer.filter(n -> !n.isNewerThan(line)).isEmpty());
        }
    }
}
