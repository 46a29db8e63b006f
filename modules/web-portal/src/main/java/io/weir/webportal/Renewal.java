package io.weir.webportal;

import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;

/** The running agreement by which a gateway charges each period: until when, and whether it goes on. */
@Named
@RequestScoped
public class Renewal {
    @Inject
    private AccountAgreements agreements;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Optional<Agreement> agreement;
    private Optional<Subscription> subscription;

    @PostConstruct
    void look() {
        agreement = agreements.running(visitor.tenantId(), visitor.account());
        subscription = agreement.flatMap(running -> subscriptions.ofOrigin(visitor.tenantId(), visitor.account(),
                running.firstPayment().toString()));
    }

    public boolean isRunning() {
        return agreement.isPresent();
    }

    public boolean isLate() {
        return agreement.filter(a -> a.status() == Agreement.Status.PAST_DUE).isPresent();
    }

    /** It will not be charged again. */
    public boolean isEnding() {
        return agreement.filter(a -> a.cancelAtPeriodEnd()
                || subscription.filter(Subscription::cancelAtPeriodEnd).isPresent()).isPresent();
    }

    public boolean isAsking() {
        return isRunning() && !isEnding() && visitor.parameter("stop").isPresent();
    }

    public String getPlan() {
        return subscription.map(s -> s.plan().name()).orElseGet(() -> agreement.orElseThrow().product());
    }

    public String getPrice() {
        return subscription.map(s -> format.money(s.plan().price())).orElse("");
    }

    public String getGateway() {
        return format.word("provider", agreement.orElseThrow().gateway());
    }

    public String getText() {
        var until = until().map(format::day).orElse("–");
        return isEnding() ? format.text("renewalEnds", until) : format.text("renewalNext", until, getGateway());
    }

    private Optional<Instant> until() {
        return subscription.flatMap(s -> s.period().until()).or(() -> agreement.flatMap(Agreement::paidUntil));
    }

    /** What the plan is to become; empty when it stays. */
    public String getPending() {
        return subscription.flatMap(Subscription::pendingChange)
                .map(change -> format.text("renewalBecomes", change.plan().name())).orElse("");
    }

    /** The subscription tells the agreement; one that has none left is ended at its gateway. */
    public String stop() {
        return notices.attempt("stop", () -> {
            if (subscription.isPresent()) {
                subscriptions.cancel(visitor.tenantId(), visitor.account(), subscription.get().id(), true);
            } else {
                agreement.ifPresent(running -> agreements.cancel(visitor.tenantId(), running.id(), true));
            }
            notices.done(format.text("renewalStopped"));
            return "/billing?faces-redirect=true";
        });
    }

    public String resume() {
        return notices.attempt("resume", () -> {
            if (subscription.isPresent()) {
                subscriptions.resume(visitor.tenantId(), visitor.account(), subscription.get().id());
            } else {
                agreement.ifPresent(running -> agreements.resume(visitor.tenantId(), running.id()));
            }
            notices.done(format.text("renewalResumed"));
            return "/billing?faces-redirect=true";
        });
    }
}
