package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payment.Purpose;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Fact;
import io.weir.payments.store.ChargedMethods;
import io.weir.payments.store.ChargedMethods.Charged;
import io.weir.payments.store.NewPayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is read and written around a charge, each in a transaction of its own: the gateway is called between them. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class ChargeSteps {
    /** So long a payer may be at a checkout that was opened: it is left alone. */
    static final Duration AT_CHECKOUT = Duration.ofMinutes(30);

    @Inject
    PaymentRows payments;
    @Inject
    NewPayments newPayments;
    @Inject
    ChargedMethods charges;
    @Inject
    PaymentFacts facts;
    @Inject
    TenantGateways gateways;
    @Inject
    Time time;

    /** A payment, and what it is charged to. {@code opened}: whether the gateway was heard to have it. */
    public record Sent(Payment payment, Charged charged, boolean opened) {
    }

    /**
     * The payment and what it is charged to, before the gateway hears of it.
     *
     * @return empty when something for the same purpose is paid, or may still be
     */
    public Optional<Sent> begin(TenantId tenant, Payments.Order order, PaymentMethod method) {
        if (charges.isTaken(tenant, order.purpose())) {
            return Optional.empty();
        }
        var id = newPayments.insert(tenant, order, method.gateway());
        charges.add(tenant, id, new Charged(method, time.now()));
        return find(tenant, id);
    }

    public Optional<Sent> find(TenantId tenant, PaymentId id) {
        return charges.find(tenant, id).flatMap(charged -> payments.find(id)
                .map(payment -> new Sent(payment.toPayment(), charged, payment.isOpened())));
    }

    public List<PaymentId> open(TenantId tenant, Purpose purpose) {
        return charges.open(tenant, purpose);
    }

    /** Whether nobody is at it any more, no money is on its way for it, and its gateway can close it. */
    public boolean isLeft(TenantId tenant, PaymentId id) {
        return payments.find(id).filter(payment -> payment.isOpened() && !isKept(payment))
                .filter(payment -> charges.find(tenant, id).isEmpty())
                .filter(payment -> !payment.toPayment().createdAt().plus(AT_CHECKOUT).isAfter(time.now(tenant)))
                .map(payment -> gateways.required(payment.gateway()))
                .filter(gateway -> !gateway.isManual() && gateway.inquiries().isPresent()).isPresent();
    }

    /** One without an end is under way at its provider. */
    private boolean isKept(PaymentEntity payment) {
        return payment.hasMoney() || payment.needsPerson()
                || payment.toPayment().progress().expiresAt().isEmpty()
                || payments.approvals(payment.id()).stream().anyMatch(ApprovalEntity::isPending);
    }

    /** As a notice would tell it. @return how the payment stands since */
    public Payment apply(TenantId tenant, Fact.OfPayment fact, PaymentId id) {
        var payment = payments.lock(id).orElseThrow();
        facts.apply(tenant, payment.gateway(), fact);
        return payment.toPayment();
    }
}
