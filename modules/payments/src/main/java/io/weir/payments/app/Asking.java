package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks a gateway how one open payment stands, outside any transaction, and applies what it says. */
@ApplicationScoped
public class Asking {
    private static final Logger LOG = Logger.getLogger(Asking.class.getName());

    @Inject
    TenantGateways gateways;
    @Inject
    PaymentSteps steps;
    @Inject
    Opening opening;
    @Inject
    Time time;

    /** A gateway that does not answer leaves the payment as it is known; it is asked again later. */
    public Payment ask(TenantId tenant, PaymentId id) {
        steps.open(tenant, id).ifPresent(open -> {
            try {
                ask(tenant, open);
            } catch (GatewayException e) {
                LOG.log(Level.WARNING, "gateway {0} did not tell of order {1,number,#}: {2}",
                        new Object[] {open.payment().gateway(), open.payment().orderCode(), e.getMessage()});
                steps.asked(tenant, id, List.of());
            }
        });
        return steps.read(tenant, id);
    }

    private void ask(TenantId id, PaymentSteps.Begun open) {
        var tenant = gateways.tenant(id);
        var gateway = gateways.required(open.payment().gateway());
        if (!open.opened()) {
            opening.again(tenant, gateway, open);
            return;
        }
        var merchant = gateways.merchant(tenant, gateway);
        var order = order(open.payment());
        steps.asked(id, open.payment().id(),
                gateway.inquiries().map(inquiries -> inquiries.ask(merchant, order)).orElse(List.of()));
        if (isExpired(open.payment())) {
            close(gateway, merchant, order);
        }
    }

    /** Closed there first, so that nobody pays what is cancelled here; then asked once more, in case somebody just did. */
    private void close(Gateway gateway, Merchant merchant, OpenedOrder order) {
        var tenant = merchant.tenant().id();
        if (gateway.inquiries().isPresent() && steps.open(tenant, order.payment()).isPresent()) {
            Inquiries inquiries = gateway.inquiries().get();
            inquiries.close(merchant, order);
            steps.asked(tenant, order.payment(), inquiries.ask(merchant, order));
        }
        steps.expire(tenant, order.payment());
    }

    private boolean isExpired(Payment payment) {
        return payment.progress().expiresAt().filter(end -> !time.now().isBefore(end)).isPresent();
    }

    static OpenedOrder order(Payment payment) {
        return new OpenedOrder(payment.id(), payment.orderCode(), payment.amount(), payment.checkout().linkId(),
                payment.gatewayReference());
    }
}
