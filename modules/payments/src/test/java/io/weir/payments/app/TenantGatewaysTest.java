package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.Gateway;
import io.weir.tenancy.api.Tenant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantGatewaysTest {
    @Test
    void a_tenant_that_says_nothing_offers_manual() {
        assertThat(offered(Fakes.tenant(Map.of()))).containsExactly("manual");
    }

    @Test
    void the_tenants_order_counts_and_what_it_cannot_use_or_nobody_knows_is_left_out() {
        assertThat(offered(Fakes.tenant(Map.of("payments.gateways", "stripe, sandbox ,bitcoin,manual,sandbox"))))
                .containsExactly("sandbox", "manual");
    }

    @Test
    void an_order_without_a_gateway_gets_the_first() {
        var tenant = Fakes.tenant(Map.of("payments.gateways", "sandbox,manual"));
        var gateways = Fakes.gateways(tenant);
        assertThat(gateways.chosen(tenant, Optional.empty()).name()).isEqualTo("sandbox");
        assertThat(gateways.chosen(tenant, Optional.of("manual")).name()).isEqualTo("manual");
    }

    @Test
    void a_gateway_that_is_not_offered_is_refused() {
        var tenant = Fakes.tenant(Map.of());
        var gateways = Fakes.gateways(tenant);
        assertThatThrownBy(() -> gateways.chosen(tenant, Optional.of("sandbox"))).hasMessage("GATEWAY_UNKNOWN");
        assertThatThrownBy(() -> gateways.required("bitcoin")).hasMessage("GATEWAY_UNKNOWN");
    }

    private static Iterable<String> offered(Tenant tenant) {
        return Fakes.gateways(tenant).offered(tenant).stream().map(Gateway::name).toList();
    }
}
