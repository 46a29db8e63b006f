package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Gateway;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Opens each payment at one of the tenant's gateways, and reads them from the database. */
@ApplicationScoped
@Transactional
@TenantScoped
public class GatewayPayments implements Payments {
    private static final int LONGEST_DESCRIPTION = 1000;

    @Inject
    PaymentRows payments;
    @Inject
    TenantGateways gateways;
    @Inject
    AllowedReturns allowedReturns;
    @Inject
    Opening opening;
    @Inject
    PaymentSteps steps;
    @Inject
    Asking asking;

    /**
     * The gateway is called between two transactions, so a slow one holds no lock and no connection. What it tells
     * meanwhile finds the payment.
     */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Payment request(TenantId id, Order order) {
        var tenant = gateways.tenant(id);
        check(order);
        allowedReturns.check(tenant, order.returns());
        var gateway = gateways.chosen(tenant, order.gateway());
        return opening.open(tenant, gateway, steps.begin(id, order, gateway.name()));
    }

    @Override
    public Payment payment(TenantId tenant, PaymentId payment) {
        return required(payments.find(payment)).toPayment();
    }

    @Override
    public Payment ofAccount(TenantId tenant, AccountId account, PaymentId payment) {
        return required(payments.find(payment).filter(found -> found.isOf(account))).toPayment();
    }

    @Override
    public Payment byOrderCode(TenantId tenant, AccountId account, long orderCode) {
        return required(payments.find(account, orderCode)).toPayment();
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Payment refreshed(TenantId tenant, AccountId account, long orderCode) {
        var known = steps.read(tenant, account, orderCode);
        return known.status().isOpen() ? asking.askForPayer(tenant, known.id()) : known;
    }

    @Override
    public Page<Payment> history(TenantId tenant, AccountId account, Page.Request page) {
        return payments.ofAccount(account, page).map(PaymentEntity::toPayment);
    }

    @Override
    public Page<Payment> all(TenantId tenant, Optional<PaymentStatus> status, Page.Request page) {
        return payments.all(status, page).map(PaymentEntity::toPayment);
    }

    /** Closed at the gateway first, so that nobody pays in another window what is given up here. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Payment cancel(TenantId tenant, AccountId account, PaymentId payment) {
        steps.requireOpen(tenant, account, payment);
        asking.giveUp(tenant, payment);
        return steps.cancel(tenant, account, payment);
    }

    @Override
    public List<String> gateways(TenantId tenant) {
        return gateways.offered(gateways.tenant(tenant)).stream().map(Gateway::name).toList();
    }

    private static void check(Order order) {
        if (order.amount().minor() <= 0) {
            throw Refusal.invalid("AMOUNT_NOT_POSITIVE").asException();
        }
        if (order.description().length() > LONGEST_DESCRIPTION) {
            throw Refusal.invalidField("description", "TOO_LONG").asException();
        }
    }

    private static PaymentEntity required(Optional<PaymentEntity> found) {
        return found.orElseThrow(GatewayPayments::unknown);
    }

    private static RefusedException unknown() {
        return Refusal.notFound("PAYMENT_NOT_FOUND").asException();
    }
}
