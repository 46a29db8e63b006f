package io.weir.payments.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Seen;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.ApprovalEntity.Decision;
import io.weir.payments.domain.ApprovalRule;
import io.weir.payments.domain.HandNote;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Receipt;
import io.weir.payments.domain.SeenRule;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides under a lock on the payment's row: of many clicks at once the first decides, and the others see it decided.
 */
@Stateless
@TenantScoped
public class LockingApprovals implements Approvals {
    private static final int LONGEST_NOTE = 1000;

    @Inject
    PaymentRows payments;
    @Inject
    TenantGateways gateways;
    @Inject
    Settlement settlement;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    @Override
    public Page<Payment> queue(TenantId tenant, Page.Request page) {
        return payments.open(gateways.manualNames(), page).map(PaymentEntity::toPayment);
    }

    @Override
    public Page<Payment> attention(TenantId tenant, Page.Request page) {
        return payments.attention(page).map(PaymentEntity::toPayment);
    }

    @Override
    public Payment acknowledge(TenantId tenant, PaymentId id, UserId by, String note) {
        var payment = payments.lock(id).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
        requireOther(payment, by);
        var words = words(note).orElseThrow(() -> Refusal.invalidField("note", "REQUIRED").asException());
        var why = payment.acknowledge();
        audit.record(tenant, "payment.acknowledged", "payment/" + id, Map.of("attention", why),
                Map.of("note", words));
        return payment.toPayment();
    }

    @Override
    public List<Opinion> of(TenantId tenant, PaymentId payment) {
        return payments.find(payment).map(known -> payments.approvals(payment).stream()
                .map(opinion -> opinion.toOpinion(known.amount().currency())).toList()).orElse(List.of());
    }

    @Override
    public Decided approve(TenantId tenant, PaymentId id, Approval approval) {
        var payment = decidable(id, approval.approver());
        var words = words(approval.note());
        var received = approval.received().orElseGet(() -> payment.toPayment().remaining());
        check(received, payment);
        refuseAgain(tenant, payment, approval, received);
        var earlier = earlier(id, approval.approver(), received);
        var opinion = new ApprovalEntity(Ids.next().toString(), id, approval.approver(), Decision.APPROVED,
                time.now(tenant)).saying(words).of(received);
        payments.add(opinion);
        if (awaitsSecond(tenant, payment, earlier, received)) {
            audit.record(tenant, "payment.approved-first", "payment/" + id, null,
                    Map.of("received", received.toString(), "note", words.orElse("")));
            return new Decided(payment.toPayment(), true);
        }
        return new Decided(settle(tenant, payment, receipt(approval, received, opinion), words), false);
    }

    @Override
    public Payment reject(TenantId tenant, PaymentId id, UserId approver, String note) {
        var payment = decidable(id, approver);
        var words = words(note);
        var before = payment.status().word();
        var after = settlement.reject(tenant, payment, words);
        payments.add(new ApprovalEntity(Ids.next().toString(), id, approver, Decision.REJECTED, time.now(tenant))
                .saying(words));
        record(tenant, "payment.rejected", after, before, words);
        return after;
    }

    /** The same yes sent twice counts once: by what was seen, or else by who means what, and when. */
    private void refuseAgain(TenantId tenant, PaymentEntity payment, Approval approval, Money received) {
        var now = Seen.of(payment.toPayment(), 0);
        SeenRule.require(approval.seen(), now);
        if (approval.seen().isEmpty() && approval.evidence().isEmpty()) {
            var since = time.now(tenant).minus(SeenRule.SAME_WITHIN);
            SeenRule.refuseAgain(payments.approvals(payment.id()).stream().anyMatch(opinion ->
                    opinion.isBy(approval.approver()) && opinion.isCounted(received, since)), now);
        }
    }

    /** Others' pending yeses. One's own to the same money is enough; to other money it is taken back by the new one. */
    private List<ApprovalEntity> earlier(PaymentId id, UserId approver, Money received) {
        var pending = payments.approvals(id).stream().filter(ApprovalEntity::isPending).toList();
        var own = pending.stream().filter(opinion -> opinion.isBy(approver)).toList();
        if (own.stream().anyMatch(opinion -> opinion.means(received))) {
            throw Refusal.conflict("APPROVED_BY_YOU").asException();
        }
        own.forEach(ApprovalEntity::used);
        return pending.stream().filter(opinion -> !opinion.isBy(approver)).toList();
    }

    /**
     * Both have to mean the same money: a second yes to another amount is a first yes to that one. What counts is the
     * payment, or all that came for it when that is more: nobody gets by alone in small parts.
     */
    private boolean awaitsSecond(TenantId tenant, PaymentEntity payment, List<ApprovalEntity> earlier,
            Money received) {
        var all = payment.toPayment().progress().received().plus(received);
        var whole = all.compareTo(payment.amount()) > 0 ? all : payment.amount();
        return ApprovalRule.of(gateways.tenant(tenant)).takesTwo(whole)
                && earlier.stream().noneMatch(opinion -> opinion.means(received));
    }

    private Payment settle(TenantId tenant, PaymentEntity payment, Receipt receipt, Optional<String> words) {
        var before = payment.status().word();
        payments.approvals(payment.id()).forEach(ApprovalEntity::used);
        var after = settlement.receive(tenant, payment, receipt, new Settlement.Told(Optional.empty(), words));
        record(tenant, after.status().isOpen() ? "payment.partly-approved" : "payment.approved", after, before, words);
        return after;
    }

    private static Receipt receipt(Approval approval, Money received, ApprovalEntity opinion) {
        return approval.evidence().map(evidence -> new Receipt(received, "evidence", evidence))
                .orElseGet(() -> new Receipt(received, "approval", opinion.id()));
    }

    private void record(TenantId tenant, String deed, Payment after, String before, Optional<String> words) {
        audit.record(tenant, deed, "payment/" + after.id(), Map.of("status", before),
                Map.of("status", after.status().word(), "received", after.progress().received().toString(),
                        "note", words.orElse("")));
    }

    /** The first refusal wins: unknown, a gateway's to decide, the approver's own, decided. */
    private PaymentEntity decidable(PaymentId id, UserId approver) {
        var payment = payments.lock(id).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
        if (!gateways.manualNames().contains(payment.gateway()) && !payment.needsPerson()) {
            throw Refusal.conflict("NOT_MANUAL", payment.gateway()).asException();
        }
        requireOther(payment, approver);
        payment.requireOpen();
        return payment;
    }

    private static void requireOther(PaymentEntity payment, UserId user) {
        if (payment.isPaidBy(user)) {
            throw Refusal.forbidden("OWN_PAYMENT").asException();
        }
    }

    private static void check(Money received, PaymentEntity payment) {
        if (received.minor() <= 0) {
            throw Refusal.invalid("AMOUNT_NOT_POSITIVE").asException();
        }
        if (!received.currency().equals(payment.amount().currency())) {
            throw Refusal.invalid("CURRENCY_MISMATCH").asException();
        }
    }

    private static Optional<String> words(String note) {
        return HandNote.of(note, LONGEST_NOTE);
    }
}
