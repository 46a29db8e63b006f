package io.weir.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts.Found;
import io.weir.tenancy.domain.ExternalId;
import io.weir.tenancy.store.AccountNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecentAccountsTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final TenantId OTHER = new TenantId(new UUID(0, 2));
    private static final Found ACME = new Found(new AccountId(new UUID(1, 1)), false);
    private static final Found SUSPENDED = new Found(ACME.account(), true);
    private final Names names = new Names();
    private final Watch watch = new Watch();
    private final RecentAccounts recent = new RecentAccounts(names, watch);

    @Test
    void isReadOnceAndKeptWhileNothingChanges() {
        names.put(TENANT, "acme", ACME);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
        watch.now = watch.now.plusSeconds(3_600);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
        assertThat(names.reads).isEqualTo(1);
        assertThat(names.checks).isEqualTo(2);
    }

    @Test
    void aChangeElsewhereShowsWithin5Seconds() {
        names.put(TENANT, "acme", ACME);
        recent.resolve(TENANT, "acme");
        names.put(TENANT, "acme", SUSPENDED);
        names.epoch++;
        watch.now = watch.now.plusSeconds(5);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
        watch.now = watch.now.plusMillis(1);
        assertThat(recent.resolve(TENANT, "acme")).contains(SUSPENDED);
    }

    @Test
    void aChangeHereShowsAtOnce() {
        names.put(TENANT, "acme", ACME);
        recent.resolve(TENANT, "acme");
        names.put(TENANT, "acme", SUSPENDED);
        recent.forget(TENANT);
        assertThat(recent.resolve(TENANT, "acme")).contains(SUSPENDED);
    }

    @Test
    void anotherTenantsNamesAreUnknown() {
        names.put(TENANT, "acme", ACME);
        recent.resolve(TENANT, "acme");
        assertThat(recent.resolve(OTHER, "acme")).isEmpty();
        assertThat(recent.resolve(OTHER, ACME.account().toString())).isEmpty();
    }

    @Test
    void anAccountThatHasJustOpenedIsFound() {
        assertThat(recent.resolve(TENANT, "acme")).isEmpty();
        names.put(TENANT, "acme", ACME);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheDatabaseIsGone() {
        names.put(TENANT, "acme", ACME);
        recent.resolve(TENANT, "acme");
        names.broken = true;
        watch.now = watch.now.plusSeconds(6);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
        assertThat(recent.resolve(TENANT, "acme")).contains(ACME);
        assertThat(names.checks).as("one try in 5 s").isEqualTo(2);
        assertThatThrownBy(() -> recent.resolve(TENANT, "unknown")).hasMessage("no database");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a'b", "ä", "a%"})
    void whatIsNoNameIsNotLookedFor(String name) {
        names.broken = true;
        assertThat(recent.resolve(TENANT, name)).isEmpty();
    }

    /** The tables, in memory. */
    private static final class Names extends AccountNames {
        private final Map<TenantId, Map<String, Found>> stored = new HashMap<>();
        private long epoch;
        private int reads;
        private int checks;
        private boolean broken;

        void put(TenantId tenant, String name, Found account) {
            stored.computeIfAbsent(tenant, t -> new HashMap<>()).put(name, account);
        }

        @Override
        public long epoch(TenantId tenant) {
            checks++;
            refuseIfBroken();
            return epoch;
        }

        @Override
        public Optional<Found> find(TenantId tenant, ExternalId name) {
            reads++;
            refuseIfBroken();
            return Optional.ofNullable(stored.getOrDefault(tenant, Map.of()).get(name.value()));
        }

        private void refuseIfBroken() {
            if (broken) {
                throw new IllegalStateException("no database");
            }
        }
    }

    /** A clock that stands until it is moved. */
    private static final class Watch implements Time {
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

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
