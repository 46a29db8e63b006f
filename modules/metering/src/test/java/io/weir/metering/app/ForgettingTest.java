package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.MonthPartitions;
import io.weir.metering.domain.MonthPartitions.Partition;
import io.weir.metering.domain.Retention;
import io.weir.metering.store.OldUsage;
import io.weir.metering.store.UsagePartitions;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TenantId USUAL = new TenantId(new UUID(1, 1));
    private static final TenantId BRIEF = new TenantId(new UUID(1, 2));
    private final List<String> deeds = new ArrayList<>();
    private final Map<TenantId, String> settings = new HashMap<>();
    private final Map<TenantId, Duration> ahead = new HashMap<>();
    private final Map<TenantId, Instant> givenUp = new HashMap<>();
    private int eventsLeft;

    @Test
    void a_month_goes_only_when_nobody_keeps_it_and_others_lose_rows() {
        settings.put(USUAL, "25");
        settings.put(BRIEF, "2");
        forgetting("2024-09", "2024-10", "2026-08").forgetOld(100);
        assertThat(deeds).containsExactlyInAnyOrder("events 1 2024-10-01", "events 2 2026-09-01", "drop 2024-09",
                "usage 2 2026-09-01");
        assertThat(deeds.indexOf("drop 2024-09")).isEqualTo(2);
    }

    @Test
    void what_is_forgotten_is_given_up_first() {
        settings.put(USUAL, "25");
        settings.put(BRIEF, "2");
        forgetting("2024-09").forgetOld(100);
        assertThat(givenUp).isEqualTo(Map.of(USUAL, Instant.parse("2024-10-01T00:00:00Z"), BRIEF,
                Instant.parse("2026-09-01T00:00:00Z")));
    }

    @Test
    void one_tenant_that_keeps_everything_keeps_the_months_of_all() {
        settings.put(USUAL, "for ever");
        settings.put(BRIEF, "2");
        forgetting("2024-09", "2026-08").forgetOld(100);
        assertThat(deeds).noneMatch(deed -> deed.startsWith("drop")).contains("usage 2 2026-09-01");
    }

    @Test
    void a_tenant_whose_clock_runs_ahead_forgets_by_its_own_clock() {
        settings.put(USUAL, "2");
        settings.put(BRIEF, "2");
        ahead.put(BRIEF, Duration.ofDays(365));
        forgetting("2026-08", "2026-09").forgetOld(100);
        assertThat(deeds).contains("drop 2026-08", "usage 2 2027-09-01").doesNotContain("drop 2026-09");
    }

    @Test
    void no_month_goes_before_its_events() {
        settings.put(USUAL, "2");
        eventsLeft = 150;
        var forgetting = forgetting("2026-08");
        assertThat(forgetting.forgetOld(100)).isEqualTo(100);
        assertThat(deeds).noneMatch(deed -> deed.startsWith("drop"));
        assertThat(forgetting.forgetOld(100)).isEqualTo(50);
        assertThat(deeds).contains("drop 2026-08");
    }

    @Test
    void without_tenants_nothing_is_old() {
        assertThat(forgetting("2001-01").forgetOld(100)).isZero();
        assertThat(deeds).isEmpty();
    }

    @Test
    void months_are_laid_for_the_clock_that_is_furthest_ahead() {
        settings.put(USUAL, "25");
        settings.put(BRIEF, "25");
        ahead.put(BRIEF, Duration.ofDays(62));
        forgetting("2027-11").layPartitions();
        assertThat(deeds).containsExactly("lay p2027_12 p2028_01");
    }

    private Forgetting forgetting(String... months) {
        var laid = new MonthPartitions(Arrays.stream(months).map(month -> new Partition(month,
                YearMonth.parse(month).plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .toList());
        return new Forgetting(new KnownTenants(), new Clocks(), new Table(laid), new Rows());
    }

    private final class Table extends UsagePartitions {
        private final MonthPartitions laid;

        Table(MonthPartitions laid) {
            super();
            this.laid = laid;
        }

        @Override
        public MonthPartitions laid() {
            return laid;
        }

        @Override
        public void lay(List<Partition> months) {
            deeds.add("lay " + String.join(" ", months.stream().map(Partition::name).toList()));
        }

        @Override
        public void drop(Partition month) {
            deeds.add("drop " + month.name());
        }
    }

    private final class Rows extends OldUsage {
        Rows() {
            super();
        }

        @Override
        public void giveUp(TenantId tenant, Instant before) {
            assertThat(deeds).noneMatch(deed -> deed.startsWith("events " + tenant.value().getLeastSignificantBits())
                    && !givenUp.containsKey(tenant));
            givenUp.put(tenant, before);
        }

        @Override
        public int deleteUsage(TenantId tenant, Instant before, int atMost) {
            return note("usage", tenant, before);
        }

        @Override
        public int deleteEvents(TenantId tenant, Instant before, int atMost) {
            int some = Math.min(eventsLeft, atMost);
            eventsLeft -= some;
            return note("events", tenant, before) + some;
        }

        private int note(String what, TenantId tenant, Instant before) {
            deeds.add(what + " " + tenant.value().getLeastSignificantBits() + " " + before.toString().substring(0, 10));
            return 0;
        }
    }

    private final class Clocks implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW.plus(ahead.getOrDefault(tenant, Duration.ZERO));
        }
    }

    private final class KnownTenants implements Tenants {
        @Override
        public List<Tenant> all() {
            return settings.keySet().stream().map(this::byId).toList();
        }

        @Override
        public Tenant byId(TenantId id) {
            return new Tenant(id, "t", "T", Currency.getInstance("USD"), Locale.ENGLISH, ZoneOffset.UTC, true,
                    Map.of(Retention.SETTING, settings.get(id)));
        }

        @Override
        public Optional<Tenant> bySlug(String slug) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant define(TenantDefinition definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant ofRequest(String host, Optional<String> header) {
            throw new UnsupportedOperationException();
        }
    }
}
