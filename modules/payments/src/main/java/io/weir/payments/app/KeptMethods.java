package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentMethods;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.store.CustomerRows;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Asks gateways what they keep for an account; outside any transaction, as always with gateways. */
@ApplicationScoped
public class KeptMethods implements PaymentMethods {
    private static final Logger LOG = Logger.getLogger(KeptMethods.class.getName());

    @Inject
    TenantGateways gateways;
    @Inject
    Accounts accounts;
    @Inject
    CustomerNames names;
    @Inject
    CustomerRows customers;
    @Inject
    AllowedReturns allowedReturns;
    @Inject
    ChargeableMethods chargeable;

    @Override
    public List<String> keepers(TenantId id) {
        return keepers(gateways.tenant(id)).map(Gateway::name).toList();
    }

    @Override
    public List<String> chargers(TenantId id) {
        return chargeable.chargers(gateways.tenant(id)).stream().map(Gateway::name).toList();
    }

    @Override
    public List<PaymentMethod> of(TenantId id, AccountId account) {
        var tenant = gateways.tenant(id);
        return keepers(tenant).flatMap(gateway -> known(tenant, gateway, account).stream()
                .flatMap(payer -> list(gateway, gateways.merchant(tenant, gateway), payer).stream())).toList();
    }

    @Override
    public String add(TenantId id, AccountId account, Optional<String> name, Payments.Return returns) {
        var tenant = gateways.tenant(id);
        allowedReturns.check(tenant, returns);
        var gateway = chosen(tenant, name, candidate -> candidate.savedMethods().isPresent());
        return asked(gateway, () -> {
            var merchant = gateways.merchant(tenant, gateway);
            return gateway.savedMethods().orElseThrow().add(merchant, named(merchant, gateway, account), returns);
        });
    }

    @Override
    public void remove(TenantId id, AccountId account, String method) {
        var tenant = gateways.tenant(id);
        boolean removed = keepers(tenant).anyMatch(gateway -> known(tenant, gateway, account)
                .filter(payer -> asked(gateway, () -> gateway.savedMethods().orElseThrow()
                        .remove(gateways.merchant(tenant, gateway), payer, method))).isPresent());
        if (!removed) {
            throw Refusal.notFound("PAYMENT_METHOD_NOT_FOUND").asException();
        }
    }

    @Override
    public String portal(TenantId id, AccountId account, Optional<String> name, Optional<String> returnUrl) {
        var tenant = gateways.tenant(id);
        allowedReturns.check(tenant, new Payments.Return(returnUrl, Optional.empty()));
        var gateway = chosen(tenant, name, candidate -> candidate.billingPortal().isPresent());
        return asked(gateway, () -> {
            var merchant = gateways.merchant(tenant, gateway);
            return gateway.billingPortal().orElseThrow().open(merchant, named(merchant, gateway, account), returnUrl);
        });
    }

    private Stream<Gateway> keepers(Tenant tenant) {
        return gateways.offered(tenant).stream().filter(gateway -> gateway.savedMethods().isPresent());
    }

    private Gateway chosen(Tenant tenant, Optional<String> name, Predicate<Gateway> can) {
        name.ifPresent(wanted -> gateways.chosen(tenant, name));
        return gateways.offered(tenant).stream().filter(gateway -> name.isEmpty() || gateway.name().equals(name.get()))
                .filter(can).findFirst()
                .orElseThrow(() -> Refusal.conflict("GATEWAY_KEEPS_NONE").asException());
    }

    private Payer named(Merchant merchant, Gateway gateway, AccountId account) {
        return names.named(merchant, gateway, payer(merchant.tenant().id(), account, Optional.empty()));
    }

    /** Empty for an account that the gateway was never told of: then there is nothing to ask. */
    private Optional<Payer> known(Tenant tenant, Gateway gateway, AccountId account) {
        return customers.find(tenant.id(), gateway.name(), account)
                .map(name -> payer(tenant.id(), account, Optional.of(name)));
    }

    private Payer payer(TenantId tenant, AccountId id, Optional<String> name) {
        var account = accounts.account(tenant, id);
        return new Payer(id, account.name(), account.email(), name);
    }

    private static List<PaymentMethod> list(Gateway gateway, Merchant merchant, Payer payer) {
        try {
            return gateway.savedMethods().orElseThrow().list(merchant, payer);
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, "gateway {0} does not tell what it keeps: {1}",
                    new Object[] {gateway.name(), e.getMessage()});
            return List.of();
        }
    }

    private static <T> T asked(Gateway gateway, Supplier<T> question) {
        try {
            return question.get();
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, e, () -> "gateway " + gateway.name() + " did not answer");
            throw failed(gateway);
        }
    }

    private static RefusedException failed(Gateway gateway) {
        return Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", gateway.name()).asException();
    }
}
