package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TenantOfCallTest {
    private static final TenantId TENANT = new TenantId(Ids.next());
    private final TenantOfCall tenants = new TenantOfCall();

    public record Caller(TenantId tenant, String name) {
    }

    public record Stranger(String tenant) {
    }

    interface Calls {
        void byTenant(TenantId tenant, String text);

        void byCaller(Caller caller);

        void byStranger(Stranger stranger);

        void second(String text, TenantId tenant);

        void none();
    }

    @Test
    void theTenantIsTheFirstArgumentOrThatOfTheCaller() {
        assertThat(of("byTenant", TENANT, "x")).isEqualTo(TENANT);
        assertThat(of("byCaller", new Caller(TENANT, "a"))).isEqualTo(TENANT);
        assertThat(of("byCaller", new Caller(TENANT, "again"))).isEqualTo(TENANT);
    }

    @Test
    void otherCallsHaveNone() {
        assertThat(of("byStranger", new Stranger("x"))).isNull();
        assertThat(of("second", "x", TENANT)).isNull();
        assertThat(of("byTenant", null, "x")).isNull();
        assertThat(of("none")).isNull();
    }

    private TenantId of(String name, Object... arguments) {
        var method = Arrays.stream(Calls.class.getDeclaredMethods()).filter(m -> m.getName().equals(name)).findFirst();
        return tenants.of(method.orElseThrow(), arguments).orElse(null);
    }
}
