package io.weir.billing.app;

import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.DunningMoved.Letter;
import io.weir.billing.api.DunningTerms.Then;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.domain.dunning.DunningEvent;
import io.weir.billing.domain.dunning.StoredDunning;
import io.weir.billing.domain.dunning.Tried;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What steps do. The caller holds invoice and dunning locked. */
@ApplicationScoped
public class DunningEffects {
    private DunningBook dunnings;
    private TakenPlans plans;
    private InvoicedRenewals renewals;
    private Lifecycle lifecycle;
    private Wordings words;
    private Outbox outbox;
    private Time time;

    protected DunningEffects() {
    }

    @Inject
    public DunningEffects(DunningBook dunnings, TakenPlans plans, InvoicedRenewals renewals, Lifecycle lifecycle,
            Wordings words, Outbox outbox, Time time) {
        this.dunnings = dunnings;
        this.plans = plans;
        this.renewals = renewals;
        this.lifecycle = lifecycle;
        this.words = words;
        this.outbox = outbox;
        this.time = time;
    }

    /** A mail, and when access ends, where it does. */
    void tell(TenantId tenant, StoredInvoice invoice, StoredDunning dunning, Letter letter) {
        boolean ends = dunning.stage() != Stage.UNPAID && plans.hasPlan(tenant, invoice);
        var until = dunning.schedule().unpaidAt().filter(at -> ends).orElse(null);
        outbox.publish(tenant, new DunningMoved(tenant, invoice.account().toString(), invoice.id().toString(), letter,
                until, dunning.declined().orElse(null)));
        note(tenant, dunning, "mail." + letter.word(), Optional.empty());
    }

    void unpaid(TenantId tenant, StoredInvoice invoice, StoredDunning dunning) {
        var then = dunning.schedule().terms().then();
        var taken = plans.take(tenant, invoice, then);
        note(tenant, dunning, "unpaid." + then.word(), Optional.of(taken.word()));
        if (taken == TakenPlans.Taken.ENDING) {
            dunning.hasStopped(invoice.subscription().orElseThrow());
        }
        if (then == Then.CANCEL && invoice.reason() == Reason.RENEWAL) {
            withdraw(tenant, invoice);
        }
        if (taken != TakenPlans.Taken.NOTHING) {
            tell(tenant, invoice, dunning, then == Then.CANCEL ? Letter.CANCELED : Letter.ENDED);
        }
    }

    /** What never began is given back, the rest is not believed in any more. */
    void giveUp(TenantId tenant, StoredInvoice invoice, StoredDunning dunning) {
        dunning.end(Stage.GIVEN_UP, time.now(tenant));
        note(tenant, dunning, "given-up", Optional.empty());
        if (invoice.reason() == Reason.RENEWAL) {
            plans.endForGood(tenant, invoice);
            withdraw(tenant, invoice);
        } else {
            invoice.writeOff();
        }
    }

    private void withdraw(TenantId tenant, StoredInvoice renewal) {
        var subscription = renewal.subscription().orElseThrow();
        renewals.withdraw(tenant, subscription, new CreditNotes.Why(Reason.UNPAID,
                Reason.UNPAID.word() + "/" + subscription, words.text(tenant, "CREDIT_UNPAID")));
    }

    /** It is paid, or owed no more. */
    void end(TenantId tenant, StoredInvoice invoice, StoredDunning dunning) {
        boolean wasLate = dunning.isLate(time.now(tenant));
        boolean paid = invoice.status() == Status.PAID;
        dunning.end(paid ? Stage.PAID : Stage.CLOSED, time.now(tenant));
        note(tenant, dunning, paid ? "paid" : "closed", Optional.empty());
        if (paid) {
            dunning.stopped().ifPresent(stopped -> plans.giveBack(tenant, invoice.account(), stopped));
        } else if (invoice.reason() == Reason.RENEWAL) {
            keepUntil(tenant, invoice, dunning.schedule().unpaidAt().orElseGet(() -> time.now(tenant)));
        }
        if (paid && wasLate) {
            outbox.publish(tenant, new DunningMoved(tenant, invoice.account().toString(), invoice.id().toString(),
                    Letter.RECOVERED, null, null));
        }
    }

    /** Of a plan whose next period is to be paid: until the rule is applied, or for as long as a person needs. */
    void keepAccess(TenantId tenant, StoredInvoice invoice, StoredDunning dunning) {
        var now = time.now(tenant);
        boolean waits = dunning.isPaused() || dunning.stage() == Stage.STOPPED;
        var until = waits ? Optional.<Instant>empty() : dunning.schedule().unpaidAt();
        keepUntil(tenant, invoice, until.map(at -> at.isBefore(now) ? now : at)
                .orElse(now.plus(3650, ChronoUnit.DAYS)));
    }

    private void keepUntil(TenantId tenant, StoredInvoice invoice, Instant until) {
        invoice.subscription().filter(its -> invoice.reason() == Reason.RENEWAL).ifPresent(subscription ->
                lifecycle.keepUntil(tenant, invoice.account(), subscription, until));
    }

    /** An attempt at money, with a mail where a kept card did not pay and no reminder says so now. */
    void tried(TenantId tenant, StoredInvoice invoice, StoredDunning dunning, Tried tried) {
        dunnings.note(new DunningEvent(dunning.invoice(), time.now(tenant), "retry", Optional.of(tried.word()))
                .because(tried.declined()));
        if (tried.declined().isPresent() && !dunning.remindsNow(time.now(tenant))) {
            tell(tenant, invoice, dunning, Letter.DECLINED);
        }
    }

    void note(TenantId tenant, StoredDunning dunning, String what, Optional<String> its) {
        dunnings.note(new DunningEvent(dunning.invoice(), time.now(tenant), what, its));
    }
}
