package io.weir.webportal;

import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The account's plan: how it stands, whether it goes on, and how to end it or take that back. */
@Named
@RequestScoped
public class Renewal {
    private static final String NOW = "now";
    private static final String HERE = "/subscription?faces-redirect=true";

    @Inject
    private AccountAgreements agreements;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Catalogue catalogue;
    @Inject
    private RenewalWords words;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Subscription current;
    private Optional<Agreement> agreement;
    private Optional<Subscription> unpaid;

    @PostConstruct
    void look() {
        current = subscriptions.current(visitor.tenantId(), visitor.account());
        agreement = agreements.running(visitor.tenantId(), visitor.account());
        unpaid = current.plan().isFree() ? subscriptions.of(visitor.tenantId(), visitor.account()).stream()
                .filter(each -> !each.plan().isFree()).findFirst().filter(each -> each.status() == Status.UNPAID)
                : Optional.empty();
    }

    /** A paid plan, or one that a gateway goes on charging for. */
    public boolean isRunning() {
        return isPaid() || agreement.isPresent();
    }

    private boolean isPaid() {
        return !current.plan().isFree();
    }

    /** The last charge did not work. */
    public boolean isLate() {
        return agreement.filter(a -> a.status() == Agreement.Status.PAST_DUE).isPresent();
    }

    /** It will not go on. */
    public boolean isEnding() {
        return isRunning() && (current.cancelAtPeriodEnd()
                || agreement.filter(Agreement::cancelAtPeriodEnd).isPresent());
    }

    /** There is something to take back. */
    public boolean isUndoable() {
        return isEnding() || isPaid() && current.pendingChange().isPresent();
    }

    /** end or now, when that is about to be done; else empty. */
    public String getAsked() {
        return visitor.parameter("stop").filter(asked -> isRunning() && (asked.equals(NOW) || !isEnding()))
                .map(asked -> asked.equals(NOW) ? NOW : "end").orElse("");
    }

    /** By its name, whatever is known of it. */
    public String getPlan() {
        return isPaid() || agreement.isEmpty() ? current.plan().name()
                : catalogue.planBySlug(visitor.tenantId(), agreement.get().product()).map(Plan::name)
                .orElseGet(() -> agreement.get().product());
    }

    public String getPrice() {
        return isPaid() ? format.money(current.plan().price()) : "";
    }

    /** The state's style and text. */
    public String getState() {
        return unpaid.isPresent() ? Status.UNPAID.word() : isLate() ? Status.PAST_DUE.word() : current.status().word();
    }

    public String getStateText() {
        return format.word("planState", getState());
    }

    /** How it stands. */
    public List<String> getWords() {
        if (isPaid()) {
            return words.running(current, agreement, isEnding());
        }
        return agreement.map(words::agreed).orElseGet(() -> words.free(current, unpaid));
    }

    /** What the plan is to become; empty when it stays. */
    public String getPending() {
        return current.pendingChange().filter(change -> isPaid())
                .map(change -> format.text(change.automatic() || current.plan().renewal() == Plan.Renewal.INVOICE
                        || change.plan().isFree() ? "renewalBecomes" : "renewalBecomesBought", change.plan().name()))
                .orElse("");
    }

    /** The plan to buy again, where it was lost or runs out by itself; empty where there is nothing to buy. */
    public String getBuyAgain() {
        return unpaid.map(Subscription::plan).or(() -> Optional.of(current.plan())
                .filter(plan -> new PlanOffers(current, List.of()).isToBeBought())).filter(Plan::active)
                .map(plan -> plan.id().toString()).orElse("");
    }

    /** The subscription tells the agreement; one that has none left is ended at its gateway. */
    public String stop() {
        boolean atPeriodEnd = !getAsked().equals(NOW);
        return notices.attempt("ending", () -> {
            if (isPaid()) {
                subscriptions.cancel(visitor.tenantId(), visitor.account(), current.id(), atPeriodEnd);
            } else {
                agreement.ifPresent(running -> agreements.cancel(visitor.tenantId(), running.id(), atPeriodEnd));
            }
            notices.done(format.text(atPeriodEnd ? "renewalStopped" : "renewalEnded"));
            return HERE;
        });
    }

    public String resume() {
        return notices.attempt("undo", () -> {
            if (isPaid()) {
                subscriptions.resume(visitor.tenantId(), visitor.account(), current.id());
            } else {
                agreement.ifPresent(running -> agreements.resume(visitor.tenantId(), running.id()));
            }
            notices.done(format.text("renewalResumed"));
            return HERE;
        });
    }
}
