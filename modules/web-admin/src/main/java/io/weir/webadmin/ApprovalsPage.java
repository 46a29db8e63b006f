package io.weir.webadmin;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Approvals.Approval;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Seen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue of payments that wait for a person: transfers that somebody has to find on the bank statement, and those
 * where what a gateway said does not fit. Choosing an answer for one asks for the amount that came, a note and a second
 * click; the payment is named by its id on the way, never by its place in a list that may have moved.
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
    private QueueRows rows;
    @Inject
    private OpinionRows opinions;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String note;
    private String amount;
    private Payment payment;
    private QueueRows.Row chosen;
    private Page<QueueRows.Row> queue;

    public String decide() {
        if (isApproval() && read().isEmpty()) {
            notices.wrong("decide:amount", format.text("amountForm"));
            return null;
        }
        var next = notices.attempt("decide", () -> {
            notices.done(isApproval() ? approve() : reject());
            return "/approvals?faces-redirect=true";
        });
        if (next == null) {
            lookAgain();
        }
        return next;
    }

    /** What was refused may have changed meanwhile: the page shows it as it stands now. */
    private void lookAgain() {
        payment = null;
        chosen = null;
    }

    private String approve() {
        var received = Money.ofMajor(read().orElseThrow(), payment().amount().currency());
        var decided = approvals.approve(visitor.tenantId(), payment().id(),
                new Approval(visitor.user(), note, Optional.of(received), Optional.empty(),
                        visitor.parameter("seen")));
        var outcome = ApprovalOutcome.of(decided);
        return format.text(outcome.text(), format.money(received), getChosen().customer(),
                format.money(outcome.difference(decided)));
    }

    private Optional<BigDecimal> read() {
        return Amounts.read(amount, payment().amount().currency().getCurrencyCode());
    }

    private String reject() {
        approvals.reject(visitor.tenantId(), payment().id(), visitor.user(), note);
        return format.text("rejected", getChosen().amount(), getChosen().customer());
    }

    public boolean isDeciding() {
        return visitor.parameter("payment").isPresent() && (isApproval() || getDecision().equals(REJECT));
    }

    /** There is nothing to decide any more; a form that was open meanwhile is told so when it is sent. */
    public boolean isDecided() {
        return isDeciding() && !payment().status().isOpen() && !FacesContext.getCurrentInstance().isPostback();
    }

    public boolean isApproval() {
        return getDecision().equals(APPROVE);
    }

    public String getDecision() {
        return visitor.parameter("decision").orElse("");
    }

    public PaymentRows.Row getChosen() {
        return getWaiting().payment();
    }

    /** The chosen one with what helps to decide. */
    public QueueRows.Row getWaiting() {
        if (chosen == null) {
            chosen = rows.of(payment());
        }
        return chosen;
    }

    private Payment payment() {
        if (payment == null) {
            payment = payments.payment(visitor.tenantId(), PaymentId.of(visitor.parameter("payment").orElse("")));
        }
        return payment;
    }

    /** What the form says to have seen, so that it counts once. */
    public String getSeen() {
        return Seen.of(payment(), 0);
    }

    /** What others have said about the chosen one. */
    public List<OpinionRows.Row> getOpinions() {
        return opinions.of(payment());
    }

    /** From which amount on it takes two, in words; empty where one is always enough. */
    public String getFourEyes() {
        return opinions.rule();
    }

    public String getCurrency() {
        return payment().amount().currency().getCurrencyCode();
    }

    public List<QueueRows.Row> getQueue() {
        return queue().items();
    }

    /** How many need a look though they are decided; open ones are in the queue. */
    public long getDecidedAttention() {
        return approvals.attention(visitor.tenantId(), new Page.Request(1, Page.Request.MOST)).items().stream()
                .filter(one -> !one.status().isOpen()).count();
    }

    public Pages getPages() {
        return Pages.of(queue(), Map.of());
    }

    private Page<QueueRows.Row> queue() {
        if (queue == null) {
            queue = rows.of(approvals.queue(visitor.tenantId(), visitor.page()));
        }
        return queue;
    }

    /** What came, in major units; all that is missing until somebody says otherwise. */
    public String getAmount() {
        return amount == null ? payment().remaining().major().toPlainString() : amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
