package io.weir.payments.domain;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** Who said yes or no to a manual payment, when, and in which words. One per payment, never changed. */
@Entity(name = "Approval")
@Table(name = "payments_approval")
public class ApprovalEntity extends TenantOwned {
    /** The two answers. */
    public enum Decision { APPROVED, REJECTED }

    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "payment_id")
    private String paymentId;
    @Column(name = "approver_user_id")
    private String approverUserId;
    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Decision decision;
    @Column(name = "note")
    private String note;
    @Column(name = "decided_at")
    private Instant decidedAt;

    protected ApprovalEntity() {
    }

    public ApprovalEntity(String id, PaymentId payment, UserId approver, Decision decision, Instant decidedAt) {
        this.id = id;
        this.paymentId = payment.toString();
        this.approverUserId = approver.toString();
        this.decision = decision;
        this.decidedAt = decidedAt;
    }

    public ApprovalEntity saying(Optional<String> words) {
        note = words.orElse(null);
        return this;
    }
}
