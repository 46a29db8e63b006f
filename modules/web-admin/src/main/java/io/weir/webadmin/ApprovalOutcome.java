package io.weir.webadmin;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Approvals.Decided;

/** What came of a yes, for the words about it. */
enum ApprovalOutcome {
    AWAITS_SECOND("awaitsSecond"), PARTLY("partlyApproved"), SURPLUS("approvedSurplus"), WHOLE("approved");

    private final String text;

    ApprovalOutcome(String text) {
        this.text = text;
    }

    static ApprovalOutcome of(Decided decided) {
        var payment = decided.payment();
        if (decided.awaitsSecond()) {
            return AWAITS_SECOND;
        }
        if (payment.status().isOpen()) {
            return PARTLY;
        }
        return payment.progress().received().compareTo(payment.amount()) > 0 ? SURPLUS : WHOLE;
    }

    /** The key of its text. */
    String text() {
        return text;
    }

    /** What is missing, or too much. */
    Money difference(Decided decided) {
        var payment = decided.payment();
        return this == SURPLUS ? payment.progress().received().minus(payment.amount()) : payment.remaining();
    }
}
