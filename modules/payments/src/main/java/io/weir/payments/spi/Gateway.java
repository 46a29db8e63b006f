package io.weir.payments.spi;

import io.weir.payments.api.Payment;
import io.weir.tenancy.api.Tenant;
import java.util.Map;
import java.util.Optional;

/** A payment provider, for any tenant that configures it. */
public interface Gateway {
    /** The name in the contract and in tenants' settings: {@code manual}, {@code sandbox}. */
    String name();

    /** Whether a person decides by hand whether the money came. */
    boolean isManual();

    /** Whether this tenant has what it needs. */
    boolean isConfigured(Tenant tenant);

    /**
     * Starts a checkout. Must be repeatable for the same payment. @throws GatewayException when the provider can't be
     * reached or refuses
     */
    Payment.Checkout open(Tenant tenant, OpenOrder order);

    /** Verifies and reads a message; empty when its signature or age is wrong. Manual gateways get none. */
    Optional<Notice> read(Tenant tenant, Map<String, String> headers, byte[] body);
}
