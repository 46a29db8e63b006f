package io.weir.webadmin;

import io.weir.billing.api.Invoices;
import io.weir.billing.api.Invoices.Filter;
import io.weir.billing.api.SubscriptionDecisions;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.SubscriptionBook;
import io.weir.subscriptions.api.SubscriptionBook.Opened;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One subscription: what it is, what comes next, its periods and invoices, and ending it or taking that back. */
@Named("subscription")
@RequestScoped
public class SubscriptionPage {
    private static final int SHOWN_INVOICES = 20;

    @Inject
    private SubscriptionBook book;
    @Inject
    private SubscriptionDecisions decisions;
    @Inject
    private Invoices invoices;
    @Inject
    private InvoiceRows invoiceRows;
    @Inject
    private SubscriptionRows rows;
    @Inject
    private NextSteps steps;
    @Inject
    private CurrentPlans plans;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Subscription subscription;
    private SubscriptionRows.Row row;
    private List<Opened> opened;
    private List<InvoiceRows.Row> billed;
    private String reason;

    @PostConstruct
    void find() {
        subscription = book.subscription(visitor.tenantId(), Uuids.parse(visitor.parameter("id").orElse("")));
        row = rows.row(subscription);
        opened = book.periods(visitor.tenantId(), subscription.id());
        var of = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(subscription.id()), Optional.empty(), Optional.empty(), Optional.empty());
        billed = invoices.all(visitor.tenantId(), of, new Page.Request(1, SHOWN_INVOICES)).items().stream()
                .map(invoiceRows::row).toList();
    }

    public String endLater() {
        return end(true);
    }

    public String endNow() {
        return end(false);
    }

    private String end(boolean atPeriodEnd) {
        return notices.attempt("end", () -> {
            var done = decisions.cancel(visitor.tenantId(), subscription.id(), atPeriodEnd, reason);
            notices.done(done.endedAt().isPresent() ? format.text("subscriptionEndedNow", row.plan())
                    : format.text("subscriptionWillEnd", row.plan(), format.time(done.period().until())));
            return again();
        });
    }

    public String resume() {
        return notices.attempt("resume", () -> {
            decisions.resume(visitor.tenantId(), subscription.id());
            notices.done(format.text("subscriptionResumed", row.plan()));
            return again();
        });
    }

    private String again() {
        return "/subscription?faces-redirect=true&id=" + subscription.id();
    }

    Subscription subscription() {
        return subscription;
    }

    public String getId() {
        return subscription.id().toString();
    }

    public SubscriptionRows.Row getRow() {
        return row;
    }

    public String getSlug() {
        return subscription.plan().slug();
    }

    public String getPlanId() {
        return subscription.plan().id().toString();
    }

    public String getSince() {
        return format.time(subscription.createdAt());
    }

    public String getPeriodEnd() {
        return format.time(subscription.period().until());
    }

    /** It is the customer's to end. */
    public boolean isEndable() {
        return !subscription.plan().isFree() && subscription.endedAt().isEmpty();
    }

    public boolean isEndableLater() {
        return isEndable() && !subscription.cancelAtPeriodEnd() && subscription.period().until().isPresent();
    }

    /** An end or another plan waits, and can be taken back. */
    public boolean isResumable() {
        return isEndable() && (subscription.cancelAtPeriodEnd() || subscription.pendingChange().isPresent());
    }

    public List<String> getNext() {
        return steps.of(subscription, opened);
    }

    public List<PeriodRow> getPeriods() {
        return opened.stream().map(this::row).toList();
    }

    private PeriodRow row(Opened period) {
        var link = period.cause().flatMap(this::link);
        return new PeriodRow(plans.span(period.period()), period.closed().map(format::time).orElse(""),
                format.number(period.plan().version()), rows.price(period.plan()), period.toBill(),
                link.orElse(""), link.map(to -> format.text(to.startsWith("/invoice") ? "invoice" : "payment"))
                .orElse(""));
    }

    /** To what opened it: an invoice, or a payment by its id; a trial or an order that cost nothing has no page. */
    private Optional<String> link(String cause) {
        if (cause.startsWith("invoice/")) {
            return Optional.of("/invoice?id=" + cause.substring("invoice/".length()));
        }
        return Uuids.find(cause).map(UUID::toString).map(id -> "/payment?id=" + id);
    }

    public List<InvoiceRows.Row> getInvoices() {
        return billed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** A period; {@code link}: to what opened it. {@code toBill}: its usage has no invoice yet. */
    public record PeriodRow(String span, String closed, String version, String price, boolean toBill, String link,
                            String linkText) {
    }
}
