package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.OpenOrder;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the checkout of a payment whose row is written. Runs in the transaction of the request, which is right for
 * gateways that need no network; {@link Gateway#open} is repeatable, so that the call can move behind the commit for
 * those that do.
 */
@ApplicationScoped
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    /** A payment that a person will decide stays pending; any other is processing from now on. */
    public void open(Tenant tenant, Gateway gateway, PaymentEntity payment) {
        var asked = payment.toPayment();
        var order = new OpenOrder(asked.id(), asked.orderCode(), asked.amount(), asked.description(), asked.reference(),
                payment.returns());
        try {
            payment.offer(gateway.open(tenant, order));
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, e, () -> "gateway " + gateway.name() + " did not open order " + order.orderCode());
            throw Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", gateway.name()).asException();
        }
        if (!gateway.isManual()) {
            payment.process();
        }
    }
}
