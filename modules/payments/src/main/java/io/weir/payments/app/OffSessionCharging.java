package io.weir.payments.app;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Charges;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payment.Purpose;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.GatewayException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Charges what a gateway keeps. Never beside another payment for the same: a checkout that was left is closed at its
 * gateway first; one that can't be closed, or that the payer may be at, prevents it.
 */
@ApplicationScoped
public class OffSessionCharging implements Charges {
    private static final Logger LOG = Logger.getLogger(OffSessionCharging.class.getName());

    @Inject
    ChargeableMethods methods;
    @Inject
    ChargeSteps steps;
    @Inject
    PaymentSteps paymentSteps;
    @Inject
    SentCharges sent;
    @Inject
    Asking asking;

    @Override
    public Charge charge(TenantId tenant, Payments.Order order) {
        var known = steps.find(tenant, order.id());
        if (known.isPresent()) {
            return sent.send(tenant, known.get());
        }
        try {
            return methods.find(tenant, order.account()).map(method -> begin(tenant, order, method))
                    .orElse(Charge.without(Outcome.NO_METHOD));
        } catch (GatewayException e) {
            LOG.log(Level.WARNING, e, () -> "no gateway tells what it keeps of account " + order.account());
            return Charge.without(Outcome.UNREACHABLE);
        }
    }

    private Charge begin(TenantId tenant, Payments.Order order, PaymentMethod method) {
        var begun = isFree(tenant, order.purpose()) ? steps.begin(tenant, order, method)
                : Optional.<ChargeSteps.Sent>empty();
        // Another node may be at the same attempt: then it is the same charge.
        return begun.or(() -> steps.find(tenant, order.id())).map(its -> sent.send(tenant, its))
                .orElse(Charge.without(Outcome.UNDER_WAY));
    }

    private boolean isFree(TenantId tenant, Purpose purpose) {
        return steps.open(tenant, purpose).stream().allMatch(open -> isGivenUp(tenant, open));
    }

    private boolean isGivenUp(TenantId tenant, PaymentId id) {
        if (!steps.isLeft(tenant, id) || !asking.giveUp(tenant, id)) {
            return false;
        }
        var heard = paymentSteps.read(tenant, id);
        if (heard.status().isOpen() && steps.isLeft(tenant, id)) {
            heard = cancelled(tenant, heard);
        }
        return heard.status() == PaymentStatus.CANCELLED || heard.status() == PaymentStatus.FAILED;
    }

    /** Somebody may have decided it in this very moment. */
    private Payment cancelled(TenantId tenant, Payment open) {
        try {
            return paymentSteps.cancel(tenant, open.account(), open.id());
        } catch (RefusedException decided) {
            return paymentSteps.read(tenant, open.id());
        }
    }

    @Override
    public Optional<Charge> find(TenantId tenant, PaymentId attempt) {
        return steps.find(tenant, attempt).map(SentCharges::told);
    }
}
