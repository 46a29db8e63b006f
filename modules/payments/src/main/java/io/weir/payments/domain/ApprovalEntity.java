package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Approvals.Opinion;
import io.weir.payments.api.PaymentId;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * Who said yes or no to a payment, when, and in which words. Where it takes two, a yes is pending until another one
 * means the same money; then both are used.
 */
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
    /** Minor units of the payment's currency; nothing for a no. */
    @Column(name = "received_minor")
    private Long received;
    @Column(name = "used")
    private boolean used;

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

    /** The money that this yes means. */
    public ApprovalEntity of(Money money) {
        received = money.minor();
        return this;
    }

    public boolean means(Money money) {
        return received != null && received == money.minor();
    }

    public boolean isPending() {
        return decision == Decision.APPROVED && !used;
    }

    /** Whether it was a yes to this money that has had its effect, and not long ago. */
    public boolean isCounted(Money money, Instant since) {
        return decision == Decision.APPROVED && used && means(money) && decidedAt.isAfter(since);
    }

    /** The money was counted. */
    public void used() {
        used = true;
    }

    public boolean isBy(UserId user) {
        return approverUserId.equals(user.toString());
    }

    public String id() {
        return id;
    }

    /** @param currency the payment's */
    public Opinion toOpinion(Currency currency) {
        return new Opinion(UserId.of(approverUserId), decision == Decision.APPROVED,
                Optional.ofNullable(received).map(minor -> new Money(minor, currency)), Optional.ofNullable(note),
                decidedAt);
    }
}
