package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Approvals.Approval;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * The queue of transfers that somebody has to find on the bank statement. Choosing an answer for one asks for a note
 * and a second click; the payment is named by its id on the way, never by its place in a list that may have moved.
 */
@Named("approvals")
@RequestScoped
public class ApprovalsPage {
    private static final String APPROVE = "approve";
    private static final String REJECT = "reject";

    @Inject
    private Approvals approvals;
    @Inject
    private Payments payments;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String note;
    private PaymentRows.Row chosen;
    private Page<PaymentRows.Row> queue;

    public String decide() {
        return notices.attempt("decide", () -> {
            notices.done(format.text(isApproval() ? approve() : reject(), getChosen().amount(),
                    getChosen().customer()));
            return "/approvals?faces-redirect=true";
        });
    }

    private String approve() {
        var decided = approvals.approve(visitor.tenantId(), payment(), Approval.of(visitor.user(), note));
        return decided.awaitsSecond() ? "awaitsSecond" : "approved";
    }

    private String reject() {
        approvals.reject(visitor.tenantId(), payment(), visitor.user(), note);
        return "rejected";
    }

    public boolean isDeciding() {
        return visitor.parameter("payment").isPresent() && (isApproval() || getDecision().equals(REJECT));
    }

    public boolean isApproval() {
        return getDecision().equals(APPROVE);
    }

    public String getDecision() {
        return visitor.parameter("decision").orElse("");
    }

    public PaymentRows.Row getChosen() {
        if (chosen == null) {
            chosen = rows.row(payments.payment(visitor.tenantId(), payment()));
        }
        return chosen;
    }

    private PaymentId payment() {
        return PaymentId.of(visitor.parameter("payment").orElse(""));
    }

    public List<PaymentRows.Row> getQueue() {
        return queue().items();
    }

    public Pages getPages() {
        return Pages.of(queue(), Map.of());
    }

    private Page<PaymentRows.Row> queue() {
        if (queue == null) {
            queue = approvals.queue(visitor.tenantId(), visitor.page()).map(rows::row);
        }
        return queue;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
