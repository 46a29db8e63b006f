package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.Gateways.Inbox;
import io.weir.payments.api.Gateways.View;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayStateTest {
    private static GatewayState of(boolean offered, boolean configured) {
        return GatewayState.of(new View("stripe", false, offered, configured, "https://x.example", List.of(), true,
                true, new Inbox(Optional.empty(), 0, 0)));
    }

    @Test
    void a_gateway_is_offered_or_only_ready_or_waits_for_keys() {
        assertThat(of(true, true)).isEqualTo(GatewayState.OFFERED);
        assertThat(of(false, true)).isEqualTo(GatewayState.READY);
        assertThat(of(false, false)).isEqualTo(GatewayState.WAITS_FOR_KEYS);
    }
}
