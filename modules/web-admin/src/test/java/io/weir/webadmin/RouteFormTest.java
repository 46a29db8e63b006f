package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.MeterKey;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteFormTest {
    private static final GatewayRoute ROUTE = new GatewayRoute("quotes", "Quotes", URI.create("https://a.example/v1"),
            Set.of("GET", "POST"), new GatewayRoute.Headers(Map.of("X-Version", "3"), List.of("X-Debug")),
            new GatewayRoute.Terms(3_000, 30_000, 2, 1 << 20, 1_000_000, 60),
            new GatewayRoute.Metering(MeterKey.CALLS, new BigDecimal("1"), List.of(new GatewayRoute.Rule("POST",
                    "/v1/**", new BigDecimal("2.5"), Optional.of("/usage/total")))), true);

    @Test
    void whatWasNotTouchedStaysAsItWas() {
        var form = new RouteForm();
        form.fill(ROUTE);

        assertThat(form.wrong()).isEmpty();
        assertThat(form.unreadableRules()).isEmpty();
        assertThat(form.route("quotes")).isEqualTo(ROUTE);
        assertThat(form.credentials()).isEmpty();
    }

    @Test
    void secretsAreReplacedOrForgottenOnlyOnDemand() {
        var form = new RouteForm();
        form.setSecrets("Authorization: Bearer x");
        assertThat(form.credentials()).contains(Map.of("Authorization", "Bearer x"));
        form.setSecrets(null);
        form.setForgetSecrets(true);
        assertThat(form.credentials()).contains(Map.of());
    }

    @Test
    void saysWhatIsWrong() {
        var form = new RouteForm();
        form.setUpstream("nowhere");
        form.setMethods(new String[0]);
        form.setMostAnswer("a lot");
        form.getRules().get(2).setPath("/v1/*");

        assertThat(form.wrong()).containsOnlyKeys("upstream", "methods", "mostAnswerBytes");
        assertThat(form.unreadableRules()).containsExactly(3);
    }
}
