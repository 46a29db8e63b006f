package io.weir.metering.app;

import static io.weir.metering.Specimens.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meters;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Retention;
import io.weir.metering.domain.Stretch;
import io.weir.metering.store.RollupSnapshots;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecomputationTest {
    private static final Instant CUTOFF = Instant.parse("2024-10-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56Z");

    @Test
    void every_hour_that_is_touched_is_proven_whole() {
        assertThat(hours("2026-11-20T10:20:00Z", "2026-11-20T12:00:00.001Z"))
                .isEqualTo(stretch("2026-11-20T10:00:00Z", "2026-11-20T13:00:00Z"));
        assertThat(hours("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z"))
                .isEqualTo(stretch("2026-11-20T10:00:00Z", "2026-11-20T12:00:00Z"));
    }

    @Test
    void not_what_was_forgotten_and_not_the_future() {
        assertThat(hours("1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"))
                .isEqualTo(stretch("2024-10-01T00:00:00Z", "2026-11-21T14:00:00Z"));
        assertThat(hours("2020-01-01T00:00:00Z", "2024-09-30T00:00:00Z").isEmpty()).isTrue();
        assertThat(hours("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z").isEmpty()).isTrue();
    }

    @Test
    void not_what_was_forgotten_under_a_shorter_retention() {
        var asked = new ArrayList<Stretch>();
        var summed = new ArrayList<Stretch>();
        var recomputation = new Recomputation(meters(), tenants(), new Clock(), new RollupSnapshots() {
            @Override
            public Optional<Instant> forgottenBefore(TenantId tenant) {
                return Optional.of(Instant.parse("2026-09-01T00:00:00Z"));
            }

            @Override
            public Optional<Instant> firstBusyHour(Holder holder, Collection<String> meters, Stretch span) {
                asked.add(span);
                return Optional.empty();
            }

            @Override
            public Optional<Instant> firstSummedHour(Holder holder, Stretch span) {
                summed.add(span);
                return Optional.empty();
            }
        }, null);
        recomputation.run(ACME.tenant(), Optional.of(ACME.account()),
                stretch("2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z"), true);
        assertThat(asked).containsExactly(stretch("2026-09-01T00:00:00Z", "2026-11-01T00:00:00Z"));
        assertThat(summed).as("rollups outlive their usage")
                .containsExactly(stretch("2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z"));
    }

    private static Meters meters() {
        return (Meters) Proxy.newProxyInstance(Meters.class.getClassLoader(), new Class<?>[] { Meters.class },
                (self, method, arguments) -> List.of());
    }

    private static Tenants tenants() {
        var tenant = new Tenant(ACME.tenant(), "t", "T", Currency.getInstance("USD"), Locale.ENGLISH, ZoneOffset.UTC,
                true, Map.of(Retention.SETTING, "25"));
        return (Tenants) Proxy.newProxyInstance(Tenants.class.getClassLoader(), new Class<?>[] { Tenants.class },
                (self, method, arguments) -> tenant);
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

    private static Stretch hours(String from, String until) {
        return Recomputation.wholeHours(stretch(from, until), CUTOFF, NOW);
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(Instant.parse(from), Instant.parse(until));
    }
}
