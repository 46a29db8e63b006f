package io.weir.webrest.http;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * How much is left of requests per minute and of quotas, each under the name of its policy in the words of the IETF
 * draft; of the rates the one that ends first in the older words that most clients read.
 */
@ApplicationScoped
public class LimitHeaders {
    @Inject
    Meters meters;
    @Inject
    Time time;

    void put(Exchange exchange, BiConsumer<String, Object> headers) {
        var policies = new ArrayList<String>();
        var states = new ArrayList<String>();
        exchange.rates().forEach(rate -> {
            policies.add(rate.quota());
            states.add(rate.state());
        });
        exchange.caller().ifPresent(caller -> quotas(caller.tenant(), exchange.quotas(), policies, states));
        if (!policies.isEmpty()) {
            headers.accept("RateLimit-Policy", String.join(", ", policies));
            headers.accept("RateLimit", String.join(", ", states));
        }
        RateHeaders.nearest(exchange.rates()).ifPresent(rate -> {
            headers.accept("X-RateLimit-Limit", rate.verdict().limit());
            headers.accept("X-RateLimit-Remaining", rate.remaining());
            headers.accept("X-RateLimit-Reset", rate.verdict().resetSeconds());
        });
    }

    private void quotas(TenantId tenant, List<Quota> quotas, List<String> policies, List<String> states) {
        for (var quota : quotas) {
            int decimals = meters.find(tenant, quota.meter()).map(Meter::decimals).orElse(0);
            policies.add(quota.quota(decimals));
            states.add(quota.state(decimals, secondsUntil(tenant, quota.until())));
        }
    }

    private OptionalLong secondsUntil(TenantId tenant, Optional<Instant> end) {
        return end.isEmpty() ? OptionalLong.empty()
                : OptionalLong.of(Duration.between(time.now(tenant), end.get()).toSeconds());
    }
}
