package io.weir.payments.app;

import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.store.CustomerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What gateways call accounts: asked for once, outside any transaction, and kept. */
@ApplicationScoped
public class CustomerNames {
    @Inject
    CustomerRows rows;

    /** The payer by the gateway's name, which is made when there is none; as it is where gateways give no names. */
    public Payer named(Merchant merchant, Gateway gateway, Payer payer) {
        return gateway.customers().map(customers -> {
            var known = rows.find(merchant.tenant().id(), gateway.name(), payer.account());
            var name = known.orElseGet(() -> rows.keep(merchant.tenant().id(), gateway.name(), payer.account(),
                    customers.register(merchant, payer)));
            return new Payer(payer.account(), payer.name(), payer.email(), Optional.of(name));
        }).orElse(payer);
    }
}
