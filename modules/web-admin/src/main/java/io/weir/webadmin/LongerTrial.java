package io.weir.webadmin;

import io.weir.billing.api.SubscriptionDecisions;
import io.weir.kernel.api.Refusal;
import io.weir.subscriptions.api.Subscription.Status;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** Lets a trial end later: at the end of a day. */
@Named("longerTrial")
@RequestScoped
public class LongerTrial {
    @Inject
    private SubscriptionPage page;
    @Inject
    private SubscriptionDecisions decisions;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String until;
    private String reason;

    public boolean isPossible() {
        return page.subscription().status() == Status.TRIALING;
    }

    public String extend() {
        return notices.attempt("trial", () -> {
            var end = Days.endOf(until, visitor.tenant().zone())
                    .orElseThrow(() -> Refusal.invalidField("until", "BAD_DATE").asException());
            var done = decisions.extendTrial(visitor.tenantId(), page.subscription().id(), end, reason);
            notices.done(format.text("trialLonger", format.time(done.period().until())));
            return "/subscription?faces-redirect=true&id=" + done.id();
        });
    }

    /** The first day that it could end on instead. */
    public String getFirstDay() {
        return page.subscription().period().until().map(end -> LocalDate.ofInstant(end, visitor.tenant().zone())
                .toString()).orElse("");
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
