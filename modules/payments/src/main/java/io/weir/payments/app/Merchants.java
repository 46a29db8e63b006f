package io.weir.payments.app;

import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.GatewaySetting.Kind;
import io.weir.payments.spi.Merchant;
import io.weir.payments.store.SettingRows;
import io.weir.platform.api.Installation;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * What a gateway is told of a tenant: the tenant's own sealed values count most, then its catalogue's settings, then
 * the installation's environment. A tenant with a key of its own has none of the installation's: a signature of its own
 * must not speak for everybody's account. The installation's key goes to the installation's address alone. Besides the
 * settings that a gateway names, those that begin with its own name go along: {@code STRIPE_PRICE_PRO_MONTHLY} has a
 * name for each plan.
 */
@ApplicationScoped
public class Merchants {
    @Inject
    SettingRows rows;
    @Inject
    Config config;
    @Inject
    Installation installation;

    @Transactional
    public Merchant of(Tenant tenant, Gateway gateway) {
        var tenants = new HashMap<>(tenant.settings());
        tenants.putAll(own(tenant, gateway));
        tenants.keySet().removeIf(name -> !isOf(gateway, name) || !isTenantsToSay(gateway, name));
        var settings = new HashMap<>(installations(gateway));
        boolean hasOwnKeys = tenants.keySet().stream().anyMatch(name -> isOfKind(gateway, name, Kind.SECRET));
        if (hasOwnKeys) {
            settings.keySet().removeIf(name -> !isOfKind(gateway, name, Kind.ADDRESS));
        } else {
            tenants.keySet().removeIf(name -> isOfKind(gateway, name, Kind.ADDRESS));
        }
        settings.putAll(tenants);
        return new Merchant(tenant, settings);
    }

    /** Nobody but the operator says where requests of a production server go. */
    public boolean isTenantsToSay(Gateway gateway, String name) {
        return !installation.isProduction()
                || !isOfKind(gateway, name, Kind.ADDRESS);
    }

    private static boolean isOfKind(Gateway gateway, String name, Kind kind) {
        return declared(gateway, name).filter(setting -> setting.kind() == kind).isPresent();
    }

    @Transactional
    public Map<String, String> own(Tenant tenant, Gateway gateway) {
        return rows.of(tenant.id(), gateway.name());
    }

    public static boolean isOf(Gateway gateway, String name) {
        return name.startsWith(prefix(gateway)) || declared(gateway, name).isPresent();
    }

    public static Optional<GatewaySetting> declared(Gateway gateway, String name) {
        return gateway.settings().stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    public static String prefix(Gateway gateway) {
        return gateway.name().toUpperCase(Locale.ROOT) + "_";
    }

    private Map<String, String> installations(Gateway gateway) {
        var found = new HashMap<String, String>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false).filter(name -> isOf(gateway, name))
                .forEach(name -> config.getOptionalValue(name, String.class).ifPresent(v -> found.put(name, v)));
        gateway.settings().forEach(setting -> config.getOptionalValue(setting.name(), String.class)
                .ifPresent(value -> found.put(setting.name(), value)));
        return found;
    }
}
