package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.Refund;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.store.DueRefunds;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the gateway between two transactions: one that writes the wish down, and one that writes its answer down. A
 * crash between them leaves the wish, which a job asks for again under the same key.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class AskedRefunds implements PaymentRefunds {
    private static final Logger LOG = Logger.getLogger(AskedRefunds.class.getName());

    @Inject
    RefundSteps steps;
    @Inject
    DueRefunds due;
    @Inject
    TenantGateways gateways;
    @Inject
    Time time;

    @Override
    public Given refund(TenantId tenant, PaymentId payment, Wish wish) {
        var started = steps.begin(tenant, payment, wish);
        return new Given(started.begun().map(begun -> given(tenant, begun)), started.waiting());
    }

    /** Another person agrees. */
    public void confirm(TenantId tenant, Decision waiting, UserId by) {
        given(tenant, steps.confirm(tenant, waiting, by));
    }

    private Refund given(TenantId tenant, RefundSteps.Begun begun) {
        return begun.refund().status() == Refund.Status.ASKED ? ask(tenant, begun) : begun.refund();
    }

    @Override
    public List<Refund> of(TenantId tenant, PaymentId payment) {
        return steps.of(tenant, payment);
    }

    @Override
    public Map<PaymentId, Integer> counts(TenantId tenant, Collection<PaymentId> payments) {
        return steps.counts(tenant, payments);
    }

    @Override
    public Page<Refund> all(TenantId tenant, Optional<Refund.Status> status, Page.Request page) {
        return steps.all(tenant, status, page);
    }

    @Override
    public Refund giveUp(TenantId tenant, UUID refund, String note) {
        return steps.giveUp(tenant, refund, note);
    }

    @Override
    public int retryDue(int most) {
        var found = due.claim(most);
        found.forEach(one -> steps.asked(one.tenant(), one.refund()).ifPresent(begun -> ask(one.tenant(), begun)));
        return found.size();
    }

    @Override
    public int askDue(int most) {
        var found = due.claimPending(most);
        var shares = new Shares(time);
        found.forEach(one -> steps.pending(one.tenant(), one.refund()).ifPresent(pending ->
                shares.ask(pending.payment().gateway(), () -> look(one.tenant(), pending))));
        return found.size();
    }

    @Override
    public Refund askNow(TenantId tenant, UUID refund) {
        steps.required(tenant, refund);
        steps.pending(tenant, refund).ifPresent(pending -> look(tenant, pending));
        return steps.required(tenant, refund);
    }

    /** One that is not told of is asked about again. */
    private void look(TenantId tenant, RefundSteps.Begun pending) {
        var refund = pending.refund();
        var gateway = gateways.required(pending.payment().gateway());
        if (gateway.refundInquiries().isEmpty() || refund.reference().isEmpty()) {
            due.cannotLook(refund.id());
            return;
        }
        try {
            gateway.refundInquiries().get().ask(gateways.merchant(gateways.tenant(tenant), gateway), order(pending),
                    refund.reference().get()).ifPresent(said -> steps.answered(tenant, refund, said));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "gateway " + gateway.name() + " did not tell of refund " + refund.id());
        }
        due.looked(refund.id());
    }

    /** Whatever goes wrong leaves the wish: the gateway may have heard it. */
    private Refund ask(TenantId tenant, RefundSteps.Begun begun) {
        try {
            return steps.answered(tenant, begun.refund(), answer(tenant, begun));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "refund " + begun.refund().id() + " was not answered");
            if (due.missed(begun.refund().id()).isEmpty()) {
                steps.unanswered(tenant, begun.refund());
            }
            return begun.refund();
        }
    }

    private RefundAnswer answer(TenantId tenant, RefundSteps.Begun begun) {
        var gateway = gateways.required(begun.payment().gateway());
        return gateway.refunds().orElseThrow().refund(gateways.merchant(gateways.tenant(tenant), gateway),
                order(begun));
    }

    private static RefundOrder order(RefundSteps.Begun begun) {
        return new RefundOrder(begun.refund().id().toString(), opened(begun.payment()), begun.refund().amount(),
                begun.refund().reason());
    }

    private static OpenedOrder opened(Payment payment) {
        return new OpenedOrder(payment.id(), payment.orderCode(), payment.amount(), payment.checkout().linkId(),
                payment.gatewayReference());
    }
}
