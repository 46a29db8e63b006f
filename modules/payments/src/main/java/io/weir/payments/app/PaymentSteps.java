package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits.Kind;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.CheckPlan;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Opened;
import io.weir.payments.store.ChargedMethods;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.NewPayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The steps of opening a payment, each a transaction of its own: the gateway is called between them. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class PaymentSteps {
    private static final Duration LIFE = Duration.ofDays(7);

    @Inject
    PaymentRows payments;
    @Inject
    NewPayments newPayments;
    @Inject
    Settlement settlement;
    @Inject
    PaymentFacts facts;
    @Inject
    CreditRows credits;
    @Inject
    ChargedMethods charges;
    @Inject
    Time time;

    /**
     * The row is written before the gateway hears of it, so that whatever the gateway tells finds its payment. Refused:
     * {@code PAYMENT_UNDER_WAY} while a kept card is being charged for the same.
     */
    public Begun begin(TenantId tenant, Payments.Order order, String gateway) {
        if (charges.isUnderWay(tenant, order.purpose())) {
            throw Refusal.conflict("PAYMENT_UNDER_WAY").asException();
        }
        return new Begun(required(payments.find(newPayments.insert(tenant, order, gateway))).toPayment(),
                order.returns(), false, order.keepsMethod());
    }

    /**
     * Writes down what the gateway opened. A notice may have been quicker: then the payment stays as that left it, and
     * of two who opened it at once the first counts. A payment that a person will decide stays pending; any other is
     * processing from now on.
     */
    public Payment offer(TenantId tenant, PaymentId id, Gateway gateway, Opened opened) {
        var payment = required(payments.lock(id));
        if (!payment.status().isOpen() || payment.isOpened()) {
            return payment.toPayment();
        }
        var until = opened.expiresAt().or(() -> lifeOf(gateway));
        payment.offer(opened.checkout(), until.map(end -> end.plus(ahead(tenant))), time.now());
        payment.checkAt(CheckPlan.first(gateway.inquiries().isPresent(), until, time.now()));
        if (!gateway.isManual() && payment.status() == PaymentStatus.PENDING) {
            payment.process();
        }
        return opened.settled().map(money -> settlement.complete(tenant, payment, Optional.of(money),
                Optional.empty())).orElseGet(payment::toPayment);
    }

    /** No checkout is asked about for ever, not even one that its gateway keeps open. */
    private Optional<Instant> lifeOf(Gateway gateway) {
        return gateway.isManual() ? Optional.empty() : Optional.of(time.now().plus(LIFE));
    }

    /**
     * Gateways and checks go by real time, a payment's end by its tenant's. In seconds, lest the time between two
     * looks at a clock that was not moved counts.
     */
    private Duration ahead(TenantId tenant) {
        return Duration.between(time.now(), time.now(tenant)).truncatedTo(ChronoUnit.SECONDS);
    }

    public Payment read(TenantId tenant, AccountId account, long orderCode) {
        return required(payments.find(account, orderCode)).toPayment();
    }

    /** An open payment, to be asked about; empty once it is decided. */
    public Optional<Begun> open(TenantId tenant, PaymentId id) {
        return payments.find(id).filter(payment -> payment.status().isOpen())
                .map(payment -> new Begun(payment.toPayment(), payment.returns(), payment.isOpened(),
                        payment.keepsMethod()));
    }

    public Payment read(TenantId tenant, PaymentId id) {
        return required(payments.find(id)).toPayment();
    }

    /** What the gateway said when it was asked, and when it is asked again: what a payer asks is not counted. */
    public void asked(TenantId tenant, PaymentId id, List<Fact.OfPayment> facts, boolean isOurs) {
        var payment = required(payments.lock(id));
        facts.forEach(fact -> this.facts.apply(tenant, payment.gateway(), fact));
        if (facts.stream().anyMatch(fact -> fact.outcome() == Fact.Outcome.PROCESSING)) {
            payment.isUnderWay();
        }
        if (payment.status().isOpen() && isOurs) {
            var until = payment.toPayment().progress().expiresAt().map(end -> end.minus(ahead(tenant)));
            payment.checked(CheckPlan.next(payment.checks(), until, time.now()));
        }
    }

    /** Its time ran out, the gateway has closed it, and nothing came of it. */
    public void expire(TenantId tenant, PaymentId id) {
        var payment = required(payments.lock(id));
        if (!payment.status().isOpen() || !payment.isExpired(time.now(tenant))) {
            return;
        }
        boolean isHalfApproved = payments.approvals(id).stream().anyMatch(ApprovalEntity::isPending);
        if (payment.hasMoney() || payment.needsPerson() || isHalfApproved) {
            payment.needsPerson(payment.toPayment().progress().attention().orElse("expired before it was decided"));
            payment.checkAt(null);
        } else {
            settlement.cancel(tenant, payment, Optional.of("expired"));
        }
    }

    /** Refused: another account's, decided, or what is being charged to a kept card. */
    public void requireOpen(TenantId tenant, AccountId account, PaymentId id) {
        requireOpen(tenant, required(payments.find(id).filter(found -> found.isOf(account))));
    }

    private void requireOpen(TenantId tenant, PaymentEntity payment) {
        payment.requireOpen();
        if (charges.find(tenant, payment.id()).isPresent()) {
            throw Refusal.conflict("PAYMENT_UNDER_WAY").asException();
        }
    }

    /** The payer gives it up. Refused: another account's, decided, or one that a person has to look at. */
    public Payment cancel(TenantId tenant, AccountId account, PaymentId id) {
        var payment = required(payments.lock(id).filter(found -> found.isOf(account)));
        requireOpen(tenant, payment);
        if (payment.needsPerson()) {
            throw Refusal.conflict("PAYMENT_UNDER_REVIEW").asException();
        }
        return settlement.cancel(tenant, payment, Optional.empty());
    }

    /** What was paid for could not be started: the money is the account's, and the payment never was. */
    public void returnMoney(TenantId tenant, PaymentId id) {
        payments.lock(id).filter(payment -> payment.status().isOpen()).map(PaymentEntity::toPayment)
                .ifPresent(payment -> credits.book(tenant, new CreditRows.Booking(payment.account(), Kind.RETURNED,
                        payment.amount(), "payment/" + id + "/returned", Optional.of(payment.description()))));
        forget(tenant, id);
    }

    /** Nothing is left of a payment that no gateway took. */
    public void forget(TenantId tenant, PaymentId id) {
        payments.lock(id).filter(payment -> payment.status().isOpen() && !payment.isOpened())
                .ifPresent(payments::remove);
    }

    private static PaymentEntity required(Optional<PaymentEntity> found) {
        return found.orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }

    /** A payment that is written down, where its payer goes afterwards, and whether its gateway is to keep the card. */
    public record Begun(Payment payment, Payments.Return returns, boolean opened, boolean keepsMethod) {
    }
}
