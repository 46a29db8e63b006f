package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The gateways of this installation, and which of them a tenant offers: those of its setting {@code payments.gateways}
 * that it can use.
 */
@ApplicationScoped
public class TenantGateways {
    private static final String SETTING = "payments.gateways";
    private static final String USUAL = "manual";

    @Inject
    @Any
    Instance<Gateway> gateways;
    @Inject
    Tenants tenants;
    @Inject
    Merchants merchants;

    public Tenant tenant(TenantId id) {
        return tenants.byId(id);
    }

    /** In the tenant's order; its first is the one for orders that name none. */
    public List<Gateway> offered(Tenant tenant) {
        return Arrays.stream(tenant.setting(SETTING).orElse(USUAL).split(",")).map(String::trim).distinct()
                .flatMap(name -> named(name).stream())
                .filter(gateway -> gateway.isConfigured(merchants.of(tenant, gateway))).toList();
    }

    public Merchant merchant(Tenant tenant, Gateway gateway) {
        return merchants.of(tenant, gateway);
    }

    /** All of the installation, by name. */
    public List<Gateway> all() {
        return gateways.stream().sorted(Comparator.comparing(Gateway::name)).toList();
    }

    public Gateway chosen(Tenant tenant, Optional<String> name) {
        return offered(tenant).stream().filter(gateway -> name.isEmpty() || gateway.name().equals(name.get()))
                .findFirst().orElseThrow(() -> unknown(name.orElse(USUAL)));
    }

    /** Any tenant's: messages still come for payments that were opened before a tenant left a gateway. */
    public Gateway required(String name) {
        return named(name).orElseThrow(() -> unknown(name));
    }

    public List<String> manualNames() {
        return gateways.stream().filter(Gateway::isManual).map(Gateway::name).toList();
    }

    private Optional<Gateway> named(String name) {
        return gateways.stream().filter(gateway -> gateway.name().equals(name)).findFirst();
    }

    private static RefusedException unknown(String name) {
        return Refusal.invalid("GATEWAY_UNKNOWN", name).asException();
    }
}
