package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Payer;
import io.weir.payments.store.CustomerRows;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of an account can be charged while nobody is there; asks gateways, outside any transaction. */
@ApplicationScoped
public class ChargeableMethods {
    @Inject
    TenantGateways gateways;
    @Inject
    Accounts accounts;
    @Inject
    CustomerRows customers;

    /** Offered gateways that charge what they keep, in the tenant's order. */
    public List<Gateway> chargers(Tenant tenant) {
        return gateways.offered(tenant).stream().filter(gateway -> gateway.offSessionCharges().isPresent()
                && gateway.savedMethods().isPresent()).toList();
    }

    /**
     * The usual one of the first gateway that keeps any; where none is the usual one, the first.
     *
     * @throws GatewayException when there is none as far as is known, and a gateway did not say what it keeps
     */
    public Optional<PaymentMethod> find(TenantId id, AccountId account) {
        var tenant = gateways.tenant(id);
        var silent = new ArrayList<GatewayException>();
        for (var gateway : chargers(tenant)) {
            var kept = kept(tenant, gateway, account, silent);
            if (!kept.isEmpty()) {
                return kept.stream().filter(PaymentMethod::usual).findFirst().or(() -> Optional.of(kept.get(0)));
            }
        }
        if (!silent.isEmpty()) {
            throw silent.get(0);
        }
        return Optional.empty();
    }

    private List<PaymentMethod> kept(Tenant tenant, Gateway gateway, AccountId account,
            List<GatewayException> silent) {
        var customer = customers.find(tenant.id(), gateway.name(), account);
        if (customer.isEmpty()) {
            return List.of();
        }
        var known = accounts.account(tenant.id(), account);
        try {
            return gateway.savedMethods().orElseThrow().list(gateways.merchant(tenant, gateway),
                    new Payer(account, known.name(), known.email(), customer));
        } catch (GatewayException e) {
            silent.add(e);
            return List.of();
        }
    }
}
