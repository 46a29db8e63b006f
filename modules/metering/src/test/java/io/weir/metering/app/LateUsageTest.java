package io.weir.metering.app;

import static io.weir.metering.Specimens.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.Specimens;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.domain.AccountHour;
import io.weir.metering.domain.Retention;
import io.weir.metering.store.LateHours;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateUsageTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");
    private final List<AccountHour> announced = new ArrayList<>();
    private Instant now = NOW;
    private final LateUsage late = new LateUsage(tenants(), new Clock(), new LateHours() {
        @Override
        public void announce(TenantId tenant, Collection<AccountHour> hours, Instant settled) {
            assertThat(settled).isEqualTo(now.plus(Duration.ofMinutes(10)));
            announced.addAll(hours);
        }
    });

    @Test
    void what_happens_now_announces_nothing() {
        report("2026-11-21T12:00:00Z", "2026-11-21T12:34:56Z", "2026-11-21T12:39:00Z");
        assertThat(announced).isEmpty();
    }

    @Test
    void each_hour_that_is_over_is_announced_unless_it_is_too_old_to_count() {
        report("2026-11-21T11:59:59.999Z", "2026-11-21T11:00:00Z", "2026-11-19T05:20:00Z", "2024-09-30T23:59:59Z");
        assertThat(announced).containsExactlyInAnyOrder(hour("2026-11-21T11:00:00Z"), hour("2026-11-19T05:00:00Z"));
    }

    @Test
    void an_hour_that_was_announced_is_announced_again_after_a_while() {
        report("2026-11-21T11:00:00Z");
        now = NOW.plusSeconds(4);
        report("2026-11-21T11:10:00Z");
        assertThat(announced).hasSize(1);
        now = NOW.plusSeconds(5);
        report("2026-11-21T11:10:00Z");
        assertThat(announced).hasSize(2);
    }

    @Test
    void what_cannot_be_announced_is_not_counted() {
        var broken = new LateUsage(tenants(), new Clock(), new LateHours() {
            @Override
            public void announce(TenantId tenant, Collection<AccountHour> hours, Instant settled) {
                throw new IllegalStateException("no database");
            }
        });
        var events = List.of(event("2026-11-21T11:00:00Z"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> broken.announce(ACME.tenant(), events)).isInstanceOf(RefusedException.class);
        }
    }

    private void report(String... times) {
        late.announce(ACME.tenant(), List.of(times).stream().map(LateUsageTest::event).toList());
    }

    private static UsageEvent event(String time) {
        return new UsageEvent(ACME.account(), "s", time, Instant.parse(time), new Units(MeterKey.CALLS, 1),
                Specimens.FACTS, new byte[32]);
    }

    private static AccountHour hour(String at) {
        return new AccountHour(ACME, Instant.parse(at));
    }

    private static Tenants tenants() {
        var tenant = new Tenant(ACME.tenant(), "t", "T", Currency.getInstance("USD"), Locale.ENGLISH, ZoneOffset.UTC,
                true, Map.of(Retention.SETTING, "25"));
        return (Tenants) Proxy.newProxyInstance(Tenants.class.getClassLoader(), new Class<?>[] { Tenants.class },
                (self, method, arguments) -> tenant);
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
}
