package io.weir.webportal;

import io.weir.billing.api.BillingDefinition;
import io.weir.payments.api.Agreement;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a subscription stands and what becomes of it, in sentences. */
@RequestScoped
public class RenewalWords {
    @Inject
    private BillingDefinition terms;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** One that is running, paid for or tried. */
    List<String> running(Subscription subscription, Optional<Agreement> agreement, boolean ending) {
        var until = day(subscription.period().until());
        if (subscription.status() == Status.TRIALING) {
            return List.of(format.text("standsTrial", subscription.plan().name(), until), ending ? format.text(
                    "standsTrialEnds") : afterTrial(subscription.plan()));
        }
        if (subscription.status() == Status.PAST_DUE && agreement.isEmpty()) {
            return List.of(format.text("standsLate", until));
        }
        return List.of(ending ? format.text("renewalEnds", until) : goesOn(subscription, agreement, until));
    }

    private String afterTrial(Plan plan) {
        return format.text(plan.renewal() == Plan.Renewal.INVOICE ? "standsTrialInvoice" : "standsTrialEnds",
                format.money(plan.price()));
    }

    private String goesOn(Subscription subscription, Optional<Agreement> agreement, String until) {
        var plan = subscription.plan();
        if (agreement.isPresent()) {
            return format.text("renewalNext", until, format.word("provider", agreement.get().gateway()));
        }
        if (subscription.period().until().isEmpty()) {
            return format.text("neverEnds");
        }
        return plan.renewal() == Plan.Renewal.INVOICE ? format.text("standsInvoiced", until,
                terms.of(visitor.tenantId()).invoices().renewalDays()) : format.text("standsEnds", until);
    }

    /** One of a gateway's that no subscription is known of. */
    List<String> agreed(Agreement agreement) {
        var until = day(agreement.paidUntil());
        return List.of(agreement.cancelAtPeriodEnd() ? format.text("renewalEnds", until)
                : format.text("renewalNext", until, format.word("provider", agreement.gateway())));
    }

    /** The free plan, and why it is not the one of before. */
    List<String> free(Subscription subscription, Optional<Subscription> unpaid) {
        var period = subscription.period().until().map(end -> format.text("renewsOn", format.day(end)))
                .orElseGet(() -> format.text("neverEnds"));
        return unpaid.map(lost -> List.of(format.text("standsUnpaid", lost.plan().name(),
                day(lost.endedAt().or(() -> lost.period().until())), subscription.plan().name())))
                .orElseGet(() -> List.of(period));
    }

    private String day(Optional<Instant> moment) {
        return moment.map(format::day).orElse("–");
    }
}
