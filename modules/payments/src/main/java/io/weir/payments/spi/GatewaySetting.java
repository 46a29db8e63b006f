package io.weir.payments.spi;

import java.util.Objects;

/**
 * Something that a gateway is told by a tenant or, for all tenants, by the installation's environment variable of the
 * same name, such as {@code STRIPE_SECRET_KEY}.
 */
public record GatewaySetting(String name, Kind kind) {
    /**
     * SECRET: kept sealed and never shown again. ADDRESS: where the provider is; in production only the installation
     * may say it, because this server sends requests there.
     */
    public enum Kind { OPEN, SECRET, ADDRESS }

    public GatewaySetting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    public static GatewaySetting secret(String name) {
        return new GatewaySetting(name, Kind.SECRET);
    }

    public static GatewaySetting open(String name) {
        return new GatewaySetting(name, Kind.OPEN);
    }

    public static GatewaySetting address(String name) {
        return new GatewaySetting(name, Kind.ADDRESS);
    }

    public boolean secret() {
        return kind == Kind.SECRET;
    }
}
