package io.weir.payments.spi;

import java.util.Objects;

/**
 * Something that a gateway is told by a tenant or, for all tenants, by the installation's environment variable of the
 * same name, such as {@code STRIPE_SECRET_KEY}. A secret is kept sealed and never shown again.
 */
public record GatewaySetting(String name, boolean secret) {
    public GatewaySetting {
        Objects.requireNonNull(name, "name");
    }

    public static GatewaySetting secret(String name) {
        return new GatewaySetting(name, true);
    }

    public static GatewaySetting open(String name) {
        return new GatewaySetting(name, false);
    }
}
