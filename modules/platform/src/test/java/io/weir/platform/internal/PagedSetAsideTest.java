package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.SetAside.Pieces;
import io.weir.platform.api.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagedSetAsideTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private final Rows rows = new Rows();
    private final PagedSetAside aside = new PagedSetAside(rows, new Clock());
    private final Work work = new Work();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void pages_come_in_order_until_nothing_is_due() {
        work.put(250);
        assertThat(run()).isTrue();
        assertThat(work.pages).containsExactly(100, 100, 50);
        assertThat(work.due).isEmpty();
    }

    @Test
    void the_pieces_that_fail_are_found_and_the_others_are_done() {
        work.put(250);
        work.poison = Set.of(id(3), id(101), id(249));
        assertThat(run()).isTrue();
        assertThat(work.due).containsExactly(id(3), id(101), id(249));
        assertThat(rows.failed.keySet()).containsExactlyInAnyOrder(id(3), id(101), id(249));
    }

    @Test
    void what_is_aside_is_left_alone_for_a_while_tried_again_and_forgotten_when_it_is_done() {
        work.put(3);
        work.poison = Set.of(id(1));
        run();
        work.put(6);
        work.pages.clear();
        run();
        assertThat(work.pages).containsExactly(5);
        now = now.plusSeconds(61);
        work.poison = Set.of();
        run();
        assertThat(work.due).isEmpty();
        assertThat(rows.failed).isEmpty();
    }

    @Test
    void what_is_due_again_after_it_was_done_is_not_done_for_ever() {
        work.put(250);
        work.stays = Set.of(id(0));
        assertThat(run()).isTrue();
        assertThat(work.due).containsExactly(id(0));
        assertThat(rows.failed).isEmpty();
    }

    @Test
    void when_everything_fails_it_is_not_the_pieces_fault() {
        work.put(5_000);
        work.poison = Set.copyOf(work.due);
        assertThatThrownBy(this::run).hasMessageContaining("more than 1000");
        assertThat(rows.failed).hasSize(1_001);
    }

    @Test
    void told_to_stop_it_says_that_there_is_more() {
        work.put(250);
        assertThat(aside.workOff(TENANT, "job", work, () -> work.pages.isEmpty())).isFalse();
        assertThat(work.due).hasSize(150);
    }

    private boolean run() {
        return aside.workOff(TENANT, "job", work, () -> true);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    private final class Work implements Pieces {
        private final TreeSet<UUID> due = new TreeSet<>();
        private final List<Integer> pages = new ArrayList<>();
        private Set<UUID> poison = Set.of();
        private Set<UUID> stays = Set.of();

        void put(int many) {
            for (int i = 0; i < many; i++) {
                due.add(id(i));
            }
        }

        @Override
        public List<UUID> due(int most) {
            return due.stream().limit(most).toList();
        }

        @Override
        public void work(List<UUID> page) {
            if (page.stream().anyMatch(poison::contains)) {
                throw new IllegalStateException("poison");
            }
            pages.add(page.size());
            page.stream().filter(piece -> !stays.contains(piece)).forEach(due::remove);
        }
    }

    private final class Clock implements Time {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    }

    /** The table, with a minute of rest. */
    private static final class Rows extends AsideRows {
        private final Map<UUID, Instant> failed = new LinkedHashMap<>();

        @Override
        public List<UUID> resting(TenantId tenant, String job, Instant now) {
            return failed.entrySet().stream().filter(each -> each.getValue().isAfter(now)).map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void put(Failed piece, Instant now) {
            failed.put(piece.subject(), now.plusSeconds(60));
        }

        @Override
        public void forget(TenantId tenant, String job, Instant dueBy) {
            failed.values().removeIf(retry -> !retry.isAfter(dueBy));
        }
    }
}
