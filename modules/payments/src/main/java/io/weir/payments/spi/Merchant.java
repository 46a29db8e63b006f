package io.weir.payments.spi;

import io.weir.tenancy.api.Tenant;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant as one of its gateways sees it: with what it told that gateway. Values are the tenant's own, else the
 * installation's; blank ones are absent.
 */
public record Merchant(Tenant tenant, Map<String, String> settings) {
    public Merchant {
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    public boolean has(String name) {
        return setting(name).isPresent();
    }

    /** @throws GatewayException when it is not set */
    public String required(String name) {
        return setting(name).orElseThrow(
                () -> new GatewayException("tenant " + tenant.slug() + " has no " + name, null));
    }

    /** Without the values: some are secrets. */
    @Override
    public String toString() {
        return "Merchant[" + tenant.slug() + ", " + settings.keySet() + "]";
    }
}
