package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.ApprovalEntity.Decision;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
    public Payment approve(TenantId tenant, PaymentId id, UserId approver, String note) {
        return decide(tenant, id, new Answer(approver, Decision.APPROVED, words(note)));
    }

    @Override
    public Payment reject(TenantId tenant, PaymentId id, UserId approver, String note) {
        return decide(tenant, id, new Answer(approver, Decision.REJECTED, words(note)));
    }

    private Payment decide(TenantId tenant, PaymentId id, Answer answer) {
        var payment = decidable(id, answer.by());
        var before = payment.status().word();
        var after = answer.decision() == Decision.APPROVED
                ? settlement.complete(tenant, payment, Optional.empty(), answer.words())
                : settlement.reject(tenant, payment, answer.words());
        payments.add(new ApprovalEntity(Ids.next().toString(), id, answer.by(), answer.decision(), time.now(tenant))
                .saying(answer.words()));
        var deed = answer.decision() == Decision.APPROVED ? "payment.approved" : "payment.rejected";
        audit.record(tenant, deed, "payment/" + id,
                Map.of("status", before), Map.of("status", after.status().word(), "note", answer.words().orElse("")));
        return after;
    }

    /** The first refusal wins: unknown, a gateway's to decide, the approver's own, decided. */
    private PaymentEntity decidable(PaymentId id, UserId approver) {
        var payment = payments.lock(id).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
        if (!gateways.manualNames().contains(payment.gateway())) {
            throw Refusal.conflict("NOT_MANUAL", payment.gateway()).asException();
        }
        if (payment.isPaidBy(approver)) {
            throw Refusal.forbidden("OWN_PAYMENT").asException();
        }
        payment.requireOpen();
        return payment;
    }

    private static Optional<String> words(String note) {
        var words = Optional.ofNullable(note).map(String::strip).filter(text -> !text.isEmpty());
        if (words.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw Refusal.invalidField("note", "TOO_LONG").asException();
        }
        return words;
    }

    /** What an approver says. */
    private record Answer(UserId by, Decision decision, Optional<String> words) {
    }
}
