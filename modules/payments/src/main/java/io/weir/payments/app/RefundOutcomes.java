package io.weir.payments.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentRefunded;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.RefundRules;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.store.RefundRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Time;
import io.weir.platform.api.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes down what became of a refund, of a payment that the caller holds locked, and tells the others. */
@ApplicationScoped
public class RefundOutcomes {
    @Inject
    RefundRows refunds;
    @Inject
    @Together
    Event<PaymentRefunded> refunded;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    /** A gateway's answer, or its notice: whichever comes first decides, and the other changes nothing. */
    public Refund take(TenantId tenant, PaymentEntity locked, Refund known, RefundAnswer said) {
        var named = named(known, said);
        return switch (RefundRules.step(known.status(), said.outcome())) {
            case COMPLETE -> complete(tenant, locked, with(tenant, named, Status.COMPLETED));
            case FAIL -> {
                var failed = with(tenant, named, Status.FAILED);
                refunds.update(tenant, failed);
                audit.record(tenant, "payment.refund-failed", "payment/" + known.payment(), null, facts(failed));
                yield failed;
            }
            case WAIT -> {
                var waiting = with(tenant, named, Status.PENDING);
                refunds.update(tenant, waiting);
                yield waiting;
            }
            case ATTEND -> {
                locked.needsPerson("the gateway first said of refund " + known.id() + " that it "
                        + known.status().word() + ", then that it " + said.outcome().name());
                yield known;
            }
            case NONE -> known;
        };
    }

    /**
     * More than is left cannot go back of a payment, and yet somebody's provider may say so: what it says is kept, and
     * a person has to look.
     */
    private Refund complete(TenantId tenant, PaymentEntity locked, Refund done) {
        refunds.update(tenant, done);
        audit.record(tenant, "payment.refunded", "payment/" + done.payment(), null, facts(done));
        var left = locked.toPayment().refundable();
        if (done.amount().compareTo(left) > 0) {
            locked.needsPerson("more went back than was paid: " + done.amount());
        }
        book(tenant, locked, done, done.amount().compareTo(left) > 0 ? left : done.amount());
        return done;
    }

    private void book(TenantId tenant, PaymentEntity locked, Refund done, Money amount) {
        if (!amount.isZero()) {
            locked.refund(amount);
            var after = locked.toPayment();
            refunded.fire(new PaymentRefunded(tenant, after, done.id(), amount, after.refundable().isZero()));
        }
    }

    private Refund with(TenantId tenant, Refund of, Status status) {
        var decided = status.isOpen() ? Optional.<Instant>empty() : Optional.of(time.now(tenant));
        return new Refund(of.id(), of.payment(), of.amount(), status, of.byHand(), of.reason(), of.reference(),
                of.words(), of.askedBy(), of.askedAt(), decided);
    }

    private static Refund named(Refund of, RefundAnswer said) {
        return new Refund(of.id(), of.payment(), of.amount(), of.status(), of.byHand(), of.reason(),
                of.reference().or(said::reference), said.words().or(of::words), of.askedBy(), of.askedAt(),
                of.decidedAt());
    }

    private static Map<String, String> facts(Refund refund) {
        return Map.of("refund", refund.id().toString(), "amount", refund.amount().toString(), "byHand",
                String.valueOf(refund.byHand()), "reason", refund.reason(), "words", refund.words().orElse(""));
    }
}
