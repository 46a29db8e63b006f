package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
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
    ChargeSteps chargeSteps;
    @Inject
    SentCharges charges;
    @Inject
    Time time;
    private final RecentlyAsked recently = new RecentlyAsked();

    /** A gateway that does not answer leaves the payment as it is known; it is asked again later. */
    public Payment ask(TenantId tenant, PaymentId id) {
        steps.open(tenant, id).ifPresent(open -> ask(tenant, open, true));
        return steps.read(tenant, id);
    }

    /** For a payer who waits: not more often than every few seconds, and our own plan stays as it is. */
    public Payment askForPayer(TenantId tenant, PaymentId id) {
        if (recently.add(id, time.now())) {
            steps.open(tenant, id).filter(PaymentSteps.Begun::opened).ifPresent(open -> ask(tenant, open, false));
        }
        return steps.read(tenant, id);
    }

    /**
     * Closes it at the gateway, and hears once more in case somebody just paid.
     *
     * @return false when the gateway did not answer
     */
    public boolean giveUp(TenantId tenant, PaymentId id) {
        return steps.open(tenant, id).filter(PaymentSteps.Begun::opened).map(open -> {
            var gateway = gateways.required(open.payment().gateway());
            var merchant = gateways.merchant(gateways.tenant(tenant), gateway);
            try {
                closeThere(gateway, merchant, order(open.payment()));
                return true;
            } catch (GatewayException e) {
                untold(open.payment(), e);
                return false;
            }
        }).orElse(true);
    }

    private void ask(TenantId tenant, PaymentSteps.Begun open, boolean isOurs) {
        try {
            askNow(tenant, open, isOurs);
        } catch (GatewayException e) {
            untold(open.payment(), e);
            steps.asked(tenant, open.payment().id(), List.of(), isOurs);
        }
    }

    private static void untold(Payment payment, GatewayException e) {
        LOG.log(Level.WARNING, "gateway {0} did not tell of order {1,number,#}: {2}",
                new Object[] {payment.gateway(), payment.orderCode(), e.getMessage()});
    }

    private void askNow(TenantId id, PaymentSteps.Begun open, boolean isOurs) {
        var tenant = gateways.tenant(id);
        var gateway = gateways.required(open.payment().gateway());
        if (!open.opened()) {
            openAgain(tenant, gateway, open);
            return;
        }
        var merchant = gateways.merchant(tenant, gateway);
        var order = order(open.payment());
        steps.asked(id, open.payment().id(),
                gateway.inquiries().map(inquiries -> inquiries.ask(merchant, order)).orElse(List.of()), isOurs);
        if (isOurs && isExpired(id, open.payment())) {
            close(gateway, merchant, order);
        }
    }

    /** Only asked about, where nobody is at a checkout: what is charged by now may be paid by another way. */
    private void openAgain(Tenant tenant, Gateway gateway, PaymentSteps.Begun open) {
        chargeSteps.find(tenant.id(), open.payment().id()).ifPresentOrElse(sent -> charges.ask(tenant.id(), sent),
                () -> opening.again(tenant, gateway, open));
    }

    /**
     * Closed there first, so that nobody pays what is cancelled here; then asked once more, in case somebody just did.
     */
    private void close(Gateway gateway, Merchant merchant, OpenedOrder order) {
        var tenant = merchant.tenant().id();
        if (steps.open(tenant, order.payment()).isPresent()) {
            closeThere(gateway, merchant, order);
        }
        steps.expire(tenant, order.payment());
    }

    private void closeThere(Gateway gateway, Merchant merchant, OpenedOrder order) {
        gateway.inquiries().ifPresent(inquiries -> {
            inquiries.close(merchant, order);
            var said = inquiries.ask(merchant, order);
            steps.asked(merchant.tenant().id(), order.payment(), said, false);
        });
    }

    private boolean isExpired(TenantId tenant, Payment payment) {
        return payment.progress().expiresAt().filter(end -> !time.now(tenant).isBefore(end)).isPresent();
    }

    static OpenedOrder order(Payment payment) {
        return new OpenedOrder(payment.id(), payment.orderCode(), payment.amount(), payment.checkout().linkId(),
                payment.gatewayReference());
    }
}
