package io.weir.webadmin;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Page;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionBook.Opened;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes of a subscription by itself, as sentences. */
@RequestScoped
public class NextSteps {
    @Inject
    private BillingDefinition terms;
    @Inject
    private Invoices invoices;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    List<String> of(Subscription subscription, List<Opened> periods) {
        var steps = new ArrayList<String>();
        if (subscription.endedAt().isPresent()) {
            steps.add(format.text("step.ended", format.time(subscription.endedAt())));
        } else {
            subscription.period().until().ifPresent(end -> steps.add(atEnd(subscription, end)));
        }
        if (subscription.status() == Status.PAST_DUE) {
            steps.add(format.text("step.pastDue"));
        }
        if (periods.stream().anyMatch(Opened::toBill)) {
            steps.add(format.text("step.usage", terms.of(visitor.tenantId()).invoices().draftHours()));
        }
        return steps;
    }

    private String atEnd(Subscription subscription, Instant end) {
        var day = format.time(end);
        var becomes = subscription.pendingChange();
        if (subscription.plan().isFree()) {
            return format.text("step.free", day);
        }
        if (becomes.isPresent()) {
            var how = becomes.get().automatic() ? "becomesByGateway"
                    : subscription.cancelAtPeriodEnd() ? "becomesIfBought" : "becomesByInvoice";
            return format.text("step." + how, becomes.get().plan().name(), day);
        }
        if (subscription.cancelAtPeriodEnd()) {
            return format.text("step.ends", day);
        }
        return subscription.renews() ? format.text("step.renews", day)
                : subscription.plan().renewal() == Plan.Renewal.INVOICE ? invoiced(subscription, end)
                : format.text(subscription.status() == Status.TRIALING ? "step.trialEnds" : "step.runsOut", day);
    }

    /** The invoice for the next period: which, or when there will be one. */
    private String invoiced(Subscription subscription, Instant end) {
        var open = new Invoices.Filter(Optional.of(subscription.account()), Optional.of(Invoice.Status.OPEN),
                Optional.of(Invoice.Kind.INVOICE), Optional.of(Invoice.Reason.RENEWAL),
                Optional.of(subscription.id()), Optional.empty(), Optional.empty(), Optional.empty());
        return invoices.all(visitor.tenantId(), open, new Page.Request(1, 1)).items().stream().findFirst()
                .map(invoice -> format.text("step.invoiceOpen", invoice.number().orElse(""),
                        format.time(invoice.dates().due()), format.time(end)))
                .orElseGet(() -> format.text("step.invoiceComes", format.time(end),
                        format.day(end.minus(Duration.ofDays(terms.of(visitor.tenantId()).invoices()
                                .renewalDays())))));
    }
}
