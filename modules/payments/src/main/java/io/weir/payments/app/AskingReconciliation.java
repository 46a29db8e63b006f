package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Reconciliation;
import io.weir.payments.store.AgreementChecks;
import io.weir.payments.store.DuePayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks about open payments and running agreements one by one. Two nodes at once ask twice, which changes nothing. One
 * that fails holds up no other: it was put off when it was claimed.
 */
@ApplicationScoped
@Transactional
public class AskingReconciliation implements Reconciliation {
    private static final Logger LOG = Logger.getLogger(AskingReconciliation.class.getName());

    @Inject
    DuePayments due;
    @Inject
    AgreementChecks dueAgreements;
    @Inject
    PaymentRows payments;
    @Inject
    PaymentSteps steps;
    @Inject
    AgreementSteps agreementSteps;
    @Inject
    Asking asking;
    @Inject
    AskingAgreements askingAgreements;
    @Inject
    Tenants tenants;
    @Inject
    Time time;

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int reconcileDue(int most) {
        var found = due.claim(most);
        var shares = new Shares(time);
        found.forEach(one -> shares.ask(one.gateway(), () -> guarded("payment " + one.payment(),
                () -> asking.ask(one.tenant(), one.payment()))));
        return found.size();
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public int reconcileAgreements(int most) {
        var found = dueAgreements.claim(tenants.all().stream().filter(Tenant::sandbox).map(Tenant::id).toList(), most);
        var shares = new Shares(time);
        found.forEach(one -> shares.ask(one.gateway(), () -> guarded("agreement " + one.agreement(),
                () -> askingAgreements.ask(one.tenant(), one.agreement()))));
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
    public Page<Running> agreements(TenantId tenant, Page.Request page) {
        return agreementSteps.toCheck(tenant, page)
                .map(check -> new Running(check.agreement().agreement(), check.checks(), check.nextCheckAt()));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Payment askNow(TenantId tenant, PaymentId payment) {
        steps.read(tenant, payment);
        return asking.ask(tenant, payment);
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Agreement askAbout(TenantId tenant, UUID agreement) {
        agreementSteps.required(tenant, agreement);
        askingAgreements.ask(tenant, agreement);
        return agreementSteps.required(tenant, agreement).agreement();
    }

    private static void guarded(String what, Runnable question) {
        try {
            question.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> what + " was not reconciled");
        }
    }
}
