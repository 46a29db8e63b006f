package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Approvals.Approval;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.About;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Approved;
import io.weir.payments.api.Statements.Effect;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.Yes;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Receipt;
import io.weir.payments.domain.statements.LineDecision;
import io.weir.payments.store.CandidateRows;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.LineRows;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Decides on one line, in one transaction with what follows from it. The line's row is locked first and the payment's
 * then, so a line is decided once however many click.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class LineSteps {
    private static final String UNDECIDED = "undecided";

    @Inject
    LineRows lines;
    @Inject
    CandidateRows candidates;
    @Inject
    PaymentRows payments;
    @Inject
    Approvals approvals;
    @Inject
    Settlement settlement;
    @Inject
    HandDecisions decisions;
    @Inject
    CreditRows credits;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    public Approved approve(TenantId tenant, UUID id, Yes yes) {
        var line = locked(tenant, id);
        LineDecision.requireOpen(line, yes.payment());
        var payment = payment(yes.payment());
        if (candidates.byHand(tenant, yes.payment()).contains(line.amount())) {
            withdraw(tenant, id, yes.by());
            return matched(tenant, line, yes, new Done(payment.toPayment(), Effect.KNOWN));
        }
        var decided = approvals.approve(tenant, yes.payment(), new Approval(yes.by(), yes.note(),
                Optional.of(line.amount()), Optional.of(evidence(line)), Optional.empty()));
        return decided.awaitsSecond() ? awaiting(tenant, line, yes, decided.payment())
                : matched(tenant, line, yes, new Done(decided.payment(), Effect.COUNTED));
    }

    public Approved credit(TenantId tenant, UUID id, Yes yes) {
        var line = locked(tenant, id);
        LineDecision.requireOpen(line, yes.payment());
        var payment = payment(yes.payment());
        checkCredit(tenant, line, payment, yes.by());
        var waiting = decisions.waitingFor(tenant, id);
        if (waiting.isPresent()) {
            decisions.confirm(tenant, waiting.get().id(), yes.by(), waiting.get().seen());
        } else if (begun(tenant, line, yes, payment.toPayment()).isWaiting()) {
            return awaiting(tenant, line, yes, payment.toPayment());
        }
        var after = settlement.receive(tenant, payment, new Receipt(line.amount(), "evidence", evidence(line)),
                new Settlement.Told(Optional.empty(), Optional.empty()));
        return matched(tenant, line, yes, new Done(after, Effect.CREDITED));
    }

    /** Another person agrees to what a first one began by {@link #credit}. */
    public Approved confirm(TenantId tenant, Decision waiting, UserId by) {
        return credit(tenant, waiting.about().line().orElseThrow(),
                new Yes(waiting.about().payment().orElseThrow(), by, waiting.note().orElse("")));
    }

    /** A line is decided once, which is all that its decision has to have seen. */
    private Decision begun(TenantId tenant, Line line, Yes yes, Payment payment) {
        var about = new About(payment.account(), Optional.of(payment.id()), Optional.of(line.id()));
        var wish = new HandDecisions.Wish(Kind.LINE_CREDIT, about, line.amount(),
                decision(tenant, yes.by(), yes.note()).note(), yes.by());
        credits.lock(tenant, payment.account(), line.amount().currency());
        var alone = decisions.alone(tenant, payment.account(), line.amount().currency(),
                Set.of(Kind.CREDIT, Kind.LINE_CREDIT));
        return decisions.begin(tenant, wish, new HandDecisions.Standing(UNDECIDED, Optional.of(UNDECIDED), alone));
    }

    public Line ignore(TenantId tenant, UUID id, UserId by, String note) {
        var line = locked(tenant, id);
        withdraw(tenant, id, by);
        return write(tenant, "statement-line.ignored", line, decision(tenant, by, note).ignored(line));
    }

    public Line reopen(TenantId tenant, UUID id, UserId by) {
        var line = locked(tenant, id);
        withdraw(tenant, id, by);
        return write(tenant, "statement-line.reopened", line, decision(tenant, by, null).reopened(line));
    }

    private void withdraw(TenantId tenant, UUID line, UserId by) {
        decisions.waitingFor(tenant, line).ifPresent(waiting ->
                decisions.withdraw(tenant, waiting.id(), by, Optional.empty()));
    }

    private void checkCredit(TenantId tenant, Line line, PaymentEntity payment, UserId by) {
        if (payment.status().isOpen()) {
            throw Refusal.conflict("PAYMENT_OPEN").asException();
        }
        if (payment.isPaidBy(by)) {
            throw Refusal.forbidden("OWN_PAYMENT").asException();
        }
        if (!line.amount().currency().equals(payment.amount().currency())) {
            throw Refusal.invalid("CURRENCY_MISMATCH").asException();
        }
        if (candidates.byHand(tenant, payment.id()).contains(line.amount())) {
            throw Refusal.conflict("MONEY_COUNTED").asException();
        }
    }

    private Approved awaiting(TenantId tenant, Line line, Yes yes, Payment payment) {
        var after = decision(tenant, yes.by(), yes.note()).awaits(line, yes.payment());
        return new Approved(write(tenant, "statement-line.approved-first", line, after), payment,
                Effect.AWAITS_SECOND);
    }

    private Approved matched(TenantId tenant, Line line, Yes yes, Done done) {
        var after = decision(tenant, yes.by(), yes.note()).matched(line, yes.payment());
        var deed = "statement-line." + (done.effect() == Effect.CREDITED ? "credited" : "matched");
        return new Approved(write(tenant, deed, line, after), done.payment(), done.effect());
    }

    private Line write(TenantId tenant, String deed, Line before, Line after) {
        lines.decide(tenant, after);
        audit.record(tenant, deed, "statement-line/" + after.id(), words(before), words(after));
        return after;
    }

    private static LinkedHashMap<String, String> words(Line line) {
        var words = new LinkedHashMap<String, String>();
        words.put("status", line.status().name());
        words.put("amount", line.amount().toString());
        line.payment().ifPresent(payment -> words.put("payment", payment.toString()));
        line.note().ifPresent(note -> words.put("note", note));
        return words;
    }

    private LineDecision decision(TenantId tenant, UserId by, String note) {
        return LineDecision.of(by, time.now(tenant), note);
    }

    private Line locked(TenantId tenant, UUID id) {
        return lines.lock(tenant, id).orElseThrow(() -> Refusal.notFound("LINE_NOT_FOUND").asException());
    }

    private PaymentEntity payment(PaymentId id) {
        return payments.lock(id).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }

    private static String evidence(Line line) {
        return "statement-line/" + line.id();
    }

    private record Done(Payment payment, Effect effect) {
    }
}
