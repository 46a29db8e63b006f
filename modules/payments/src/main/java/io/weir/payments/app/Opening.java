package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.Payment;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Payer;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the checkout of a payment whose row is committed: outside any transaction, because a gateway may take its
 * time. {@link Gateway#open} is repeatable, so a crash between the gateway's answer and our writing it down is mended
 * by asking again.
 */
@ApplicationScoped
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    @Inject
    TenantGateways gateways;
    @Inject
    Accounts accounts;
    @Inject
    CustomerNames customers;
    @Inject
    PaymentSteps steps;

    /** A gateway that fails leaves no payment behind. */
    public Payment open(Tenant tenant, Gateway gateway, PaymentSteps.Begun begun) {
        try {
            return offered(tenant, gateway, begun);
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, e, () -> "gateway " + gateway.name() + " did not open order "
                    + begun.payment().orderCode());
            steps.forget(tenant.id(), begun.payment().id());
            throw Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", gateway.name()).asException();
        } catch (RefusedException refused) {
            steps.forget(tenant.id(), begun.payment().id());
            throw refused;
        }
    }

    /** For a payment whose opening a crash cut short. A gateway that fails is asked again; a no is the end of it. */
    public void again(Tenant tenant, Gateway gateway, PaymentSteps.Begun begun) {
        try {
            offered(tenant, gateway, begun);
        } catch (RefusedException refused) {
            steps.forget(tenant.id(), begun.payment().id());
        }
    }

    /** Money that was taken at once for what can't be started goes to the account: it must not vanish with a no. */
    private Payment offered(Tenant tenant, Gateway gateway, PaymentSteps.Begun begun) {
        var opened = opened(tenant, gateway, begun);
        try {
            return steps.offer(tenant.id(), begun.payment().id(), gateway, opened);
        } catch (RefusedException refused) {
            if (opened.settled().isPresent()) {
                steps.returnMoney(tenant.id(), begun.payment().id());
            }
            throw refused;
        }
    }

    private Opened opened(Tenant tenant, Gateway gateway, PaymentSteps.Begun begun) {
        var merchant = gateways.merchant(tenant, gateway);
        var payment = begun.payment();
        return gateway.open(merchant, new OpenOrder(payment.id(), payment.orderCode(), payment.amount(),
                payment.description(), payment.reference(), payment.purpose(), payment.recurring(),
                payer(merchant, gateway, payment), begun.returns(), begun.keepsMethod()));
    }

    private Payer payer(Merchant merchant, Gateway gateway, Payment payment) {
        var account = accounts.account(merchant.tenant().id(), payment.account());
        var payer = new Payer(payment.account(), account.name(), account.email(), Optional.empty());
        return customers.named(merchant, gateway, payer);
    }
}
