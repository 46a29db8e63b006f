package io.weir.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.domain.SomeTenants;
import io.weir.tenancy.store.TenantRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachedTenantsTest {
    private final Rows rows = new Rows();
    private final Watch watch = new Watch();
    private final CachedTenants tenants = new CachedTenants(rows, new SettingRules(List.of()), watch, null, null,
            "platform");

    @Test
    void readsOnceIn5Seconds() {
        tenants.all();
        watch.now = watch.now.plusSeconds(5);
        assertThat(tenants.bySlug("platform")).isPresent();
        assertThat(rows.reads).isEqualTo(1);
    }

    @Test
    void readsAgainWhenOlder() {
        tenants.all();
        rows.stored.add(SomeTenants.named("iqx"));
        watch.now = watch.now.plusMillis(5_001);
        assertThat(tenants.bySlug("iqx")).isPresent();
    }

    @Test
    void knowsWhatItDefinedAtOnce() {
        tenants.all();
        var like = SomeTenants.named("chat");
        var defined = tenants.define(new TenantDefinition(like.slug(), like.name(), like.currency(), like.locale(),
                like.zone(), like.sandbox(), like.settings()));
        assertThat(tenants.all()).contains(defined);
        assertThat(tenants.byId(defined.id())).isEqualTo(defined);
    }

    @Test
    void looksAgainForAnIdThatAnotherNodeMayJustHaveMade() {
        tenants.all();
        rows.stored.add(SomeTenants.named("iqx"));
        assertThat(tenants.byId(SomeTenants.named("iqx").id()).slug()).isEqualTo("iqx");
        assertThatThrownBy(() -> tenants.byId(new TenantId(new UUID(0, 0)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesOnWithWhatItKnowsAndTriesAgainLater() {
        tenants.all();
        rows.broken = true;
        watch.now = watch.now.plusSeconds(6);
        assertThat(tenants.bySlug("platform")).isPresent();
        assertThat(tenants.bySlug("platform")).isPresent();
        assertThat(rows.reads).isEqualTo(2);
        watch.now = watch.now.plusSeconds(6);
        rows.broken = false;
        rows.stored.add(SomeTenants.named("iqx"));
        assertThat(tenants.bySlug("iqx")).isPresent();
    }

    @Test
    void failsWhenItKnowsNothingYet() {
        rows.broken = true;
        assertThatThrownBy(tenants::all).isInstanceOf(IllegalStateException.class);
    }

    /** The table, in memory. */
    private static final class Rows extends TenantRows {
        private final List<Tenant> stored = new ArrayList<>(List.of(SomeTenants.named("platform")));
        private int reads;
        private boolean broken;

        @Override
        public List<Tenant> all() {
            reads++;
            if (broken) {
                throw new IllegalStateException("no database");
            }
            return List.copyOf(stored);
        }

        @Override
        public void put(TenantDefinition tenant) {
            stored.add(SomeTenants.named(tenant.slug()));
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
