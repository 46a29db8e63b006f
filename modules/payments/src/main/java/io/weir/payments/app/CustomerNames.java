package io.weir.payments.app;

import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.payments.store.CustomerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What gateways call accounts: asked for once, outside any transaction, and kept. */
@ApplicationScoped
public class CustomerNames {
    private static final int LONGEST = 191;

    @Inject
    CustomerRows rows;

    /** The payer by the gateway's name, which is made when there is none; as it is where gateways give no names. */
    public Payer named(Merchant merchant, Gateway gateway, Payer payer) {
        return gateway.customers().map(customers -> {
            var known = rows.find(merchant.tenant().id(), gateway.name(), payer.account());
            var name = known.orElseGet(() -> rows.keep(merchant.tenant().id(), gateway.name(), payer.account(),
                    kept(gateway, customers.register(merchant, payer))));
            return new Payer(payer.account(), payer.name(), payer.email(), Optional.of(name));
        }).orElse(payer);
    }

    /** A name that is cut would name somebody else. */
    private static String kept(Gateway gateway, String name) {
        if (name.length() > LONGEST) {
            throw new GatewayException(gateway.name() + " calls a payer by " + name.length() + " characters", null);
        }
        return name;
    }
}
