package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Reconciliation;
import io.weir.payments.store.DuePayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks about open payments one by one. Two nodes at once ask twice, which changes nothing. */
@ApplicationScoped
@Transactional
public class AskingReconciliation implements Reconciliation {
    private static final Logger LOG = Logger.getLogger(AskingReconciliation.class.getName());

    @Inject
    DuePayments due;
    @Inject
    PaymentRows payments;
    @Inject
    PaymentSteps steps;
    @Inject
    Asking asking;

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int reconcileDue(int most) {
        var found = due.claim(most);
        found.forEach(this::ask);
        return found.size();
    }

    @Override
    @TenantScoped
    public Page<Open> open(TenantId tenant, Page.Request page) {
        return payments.toCheck(page)
                .map(payment -> new Open(payment.toPayment(), payment.checks(), payment.nextCheckAt()));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Payment askNow(TenantId tenant, PaymentId payment) {
        steps.read(tenant, payment);
        return asking.ask(tenant, payment);
    }

    /** One that fails holds up no other: it was put off when it was claimed. */
    private void ask(DuePayments.Due payment) {
        try {
            asking.ask(payment.tenant(), payment.payment());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "payment " + payment.payment() + " was not reconciled");
        }
    }
}
