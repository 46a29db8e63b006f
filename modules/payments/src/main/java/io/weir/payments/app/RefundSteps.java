package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.About;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds.Wish;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.api.Seen;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.RefundPlan;
import io.weir.payments.domain.RefundRules;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.store.PaymentRows;
import io.weir.payments.store.RefundRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is read and written of refunds around a gateway's answer, each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class RefundSteps {
    private static final RefundAnswer BY_HAND =
            new RefundAnswer(RefundAnswer.Outcome.COMPLETED, Optional.empty(), Optional.empty());

    @Inject
    PaymentRows payments;
    @Inject
    RefundRows refunds;
    @Inject
    RefundOutcomes outcomes;
    @Inject
    RefundFacts facts;
    @Inject
    HandDecisions decisions;
    @Inject
    TenantGateways gateways;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    /** Writes the wish down, or that another person has to agree to it. */
    public Started begin(TenantId tenant, PaymentId id, Wish wish) {
        var payment = lockedForOther(id, wish.asker());
        var earlier = refunds.of(tenant, id);
        var amount = RefundRules.amount(payment, earlier, wish.amount());
        boolean byHand = wish.byHand() || gateways.required(payment.gateway()).refunds().isEmpty();
        var now = Seen.of(payment.toPayment(), earlier.size());
        var decision = decisions.begin(tenant, new HandDecisions.Wish(
                byHand ? Kind.HAND_REFUND : Kind.REFUND, About.of(payment.toPayment()), amount,
                Optional.of(RefundRules.reason(wish.reason())), wish.asker()),
                new HandDecisions.Standing(now, wish.amount().isPresent() ? wish.seen() : wish.seen().or(() ->
                        Optional.of(now)), payment.amount().minus(RefundRules.left(payment, earlier))));
        return decision.isWaiting() ? new Started(Optional.empty(), Optional.of(decision))
                : new Started(Optional.of(write(tenant, payment, decision)), Optional.empty());
    }

    /** Another person agrees to what a first one wished. */
    public Begun confirm(TenantId tenant, Decision waiting, UserId by) {
        var payment = lockedForOther(waiting.about().payment().orElseThrow(), by);
        var earlier = refunds.of(tenant, payment.id());
        var now = Seen.of(payment.toPayment(), earlier.size());
        var confirmed = decisions.confirm(tenant, waiting.id(), by, now);
        RefundRules.amount(payment, earlier, Optional.of(confirmed.amount()));
        return write(tenant, payment, confirmed);
    }

    /** By hand, or where the gateway gives nothing back, it is completed with that. */
    private Begun write(TenantId tenant, PaymentEntity payment, Decision decision) {
        boolean byHand = decision.kind() == Kind.HAND_REFUND;
        var asked = new Refund(Ids.next(), payment.id(), decision.amount(), Status.ASKED, byHand,
                decision.note().orElseThrow(), Optional.empty(), Optional.empty(), Optional.of(decision.by()),
                time.now(tenant), Optional.empty());
        refunds.insert(tenant, asked, byHand ? Optional.empty() : Optional.of(time.now().plus(RefundPlan.LEASE)));
        audit.record(tenant, "payment.refund-asked", "payment/" + payment.id(), null,
                Map.of("refund", asked.id().toString(), "amount", asked.amount().toString(), "byHand",
                        String.valueOf(byHand), "reason", asked.reason()));
        return new Begun(byHand ? outcomes.take(tenant, payment, asked, BY_HAND) : asked, payment.toPayment());
    }

    private PaymentEntity lockedForOther(PaymentId id, UserId by) {
        var payment = locked(id);
        if (payment.isPaidBy(by)) {
            throw Refusal.forbidden("OWN_PAYMENT").asException();
        }
        return payment;
    }

    /** Of one that is still to be asked for. */
    public Optional<Begun> asked(TenantId tenant, UUID id) {
        return standing(tenant, id, Status.ASKED);
    }

    /** Of one that its gateway has taken, and not decided. */
    public Optional<Begun> pending(TenantId tenant, UUID id) {
        return standing(tenant, id, Status.PENDING);
    }

    private Optional<Begun> standing(TenantId tenant, UUID id, Status status) {
        return refunds.find(tenant, id).filter(refund -> refund.status() == status)
                .map(refund -> new Begun(refund, payments.find(refund.payment()).orElseThrow().toPayment()));
    }

    /** The gateway's answer. Its notice may have been quicker. */
    public Refund answered(TenantId tenant, Refund asked, RefundAnswer answer) {
        var payment = locked(asked.payment());
        var known = required(tenant, asked.id());
        return facts.answered(tenant, payment, known, answer);
    }

    /** No gateway will answer any more; whose attention it needs is told at the payment. */
    public void unanswered(TenantId tenant, Refund asked) {
        locked(asked.payment()).needsPerson("the gateway has not answered to refund " + asked.id());
    }

    public Refund giveUp(TenantId tenant, UUID id, String note) {
        var payment = locked(required(tenant, id).payment());
        var known = required(tenant, id);
        if (!known.status().isOpen()) {
            throw Refusal.conflict("REFUND_DECIDED").asException();
        }
        var words = Optional.ofNullable(note).map(String::strip).filter(text -> !text.isEmpty());
        return outcomes.take(tenant, payment, known,
                new RefundAnswer(RefundAnswer.Outcome.FAILED, Optional.empty(), Optional.of(words.orElse("given up"))));
    }

    public List<Refund> of(TenantId tenant, PaymentId payment) {
        payments.find(payment).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
        return refunds.of(tenant, payment);
    }

    public Map<PaymentId, Integer> counts(TenantId tenant, Collection<PaymentId> payments) {
        return refunds.counts(tenant, payments);
    }

    public Page<Refund> all(TenantId tenant, Optional<Status> status, Page.Request page) {
        return refunds.page(tenant, status, page);
    }

    private PaymentEntity locked(PaymentId id) {
        return payments.lock(id).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }

    public Refund required(TenantId tenant, UUID id) {
        return refunds.find(tenant, id).orElseThrow(() -> Refusal.notFound("REFUND_NOT_FOUND").asException());
    }

    /** What was begun, or what waits for another person. */
    public record Started(Optional<Begun> begun, Optional<Decision> waiting) {
    }

    /** A refund as it is written down, and its payment. */
    public record Begun(Refund refund, Payment payment) {
    }
}
