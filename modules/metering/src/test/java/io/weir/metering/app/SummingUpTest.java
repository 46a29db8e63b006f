package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.domain.AccountDay;
import io.weir.metering.store.ClosedHours;
import io.weir.metering.store.SummedDays;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummingUpTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");
    private static final TenantId ONE = new TenantId(new UUID(1, 1));
    private static final TenantId OTHER = new TenantId(new UUID(1, 2));
    private final Map<TenantId, Integer> toClose = new HashMap<>();
    private final Map<TenantId, Integer> waiting = new HashMap<>(Map.of(ONE, 0, OTHER, 0));
    private final List<String> done = new ArrayList<>();
    private boolean isBroken;

    @Test
    void closes_what_is_over_but_not_years_in_one_run() {
        toClose.putAll(Map.of(ONE, 3, OTHER, 1000));
        summing().run(10);
        assertThat(toClose).containsEntry(ONE, 0).containsEntry(OTHER, 969);
    }

    @Test
    void each_tenant_has_its_share() {
        waiting.putAll(Map.of(ONE, 1000, OTHER, 2));
        assertThat(summing().run(10)).isEqualTo(7);
        assertThat(done).hasSize(7).contains("1 5", "2 2");
    }

    @Test
    void a_day_that_fails_is_told_and_stops_no_other() {
        isBroken = true;
        waiting.putAll(Map.of(ONE, 2, OTHER, 2));
        assertThatThrownBy(() -> summing().run(10)).hasMessage("1 1");
        assertThat(done).containsExactly("1 2", "2 1", "2 2");
    }

    private SummingUp summing() {
        return new SummingUp(tenants(), new Clock(), new ClosedHours() {
            @Override
            public boolean closeNext(TenantId tenant, Instant hour, Instant wall) {
                assertThat(hour).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
                return toClose.merge(tenant, 0, (left, none) -> Math.max(0, left - 1)) > 0;
            }
        }, new Days());
    }

    private static Tenants tenants() {
        var all = List.of(tenant(ONE), tenant(OTHER));
        return (Tenants) Proxy.newProxyInstance(Tenants.class.getClassLoader(), new Class<?>[] { Tenants.class },
                (self, method, arguments) -> all);
    }

    private static Tenant tenant(TenantId id) {
        return new Tenant(id, "t", "T", Currency.getInstance("USD"), Locale.ENGLISH, ZoneOffset.UTC, true, Map.of());
    }

    private final class Days extends SummedDays {
        @Override
        public List<AccountDay> due(TenantId tenant, Instant now, int atMost) {
            return IntStream.rangeClosed(1, Math.min(atMost, waiting.get(tenant)))
                    .mapToObj(n -> AccountDay.of(new AccountId(new UUID(2, n)), NOW)).toList();
        }

        @Override
        public void sumUp(TenantId tenant, AccountDay day, Instant now) {
            var name = tenant.value().getLeastSignificantBits() + " " + day.account().value().getLeastSignificantBits();
            if (isBroken && name.equals("1 1")) {
                throw new IllegalStateException(name);
            }
            done.add(name);
        }
    }

    private static final class Clock implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }
}
