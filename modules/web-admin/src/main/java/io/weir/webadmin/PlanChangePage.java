package io.weir.webadmin;

import io.weir.billing.api.PlanChanges.Change;
import io.weir.billing.api.PlanChanges.Changed;
import io.weir.billing.api.Purchases.HowToPay;
import io.weir.billing.api.SubscriptionDecisions;
import io.weir.billing.api.SubscriptionDecisions.Wanted;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Gateways;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Another plan for a subscription: what it would cost, at {@code ?to=} with {@code ?coupon=}, and then doing it. */
@Named("planChange")
@RequestScoped
public class PlanChangePage {
    @Inject
    private SubscriptionPage page;
    @Inject
    private SubscriptionDecisions decisions;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Gateways gateways;
    @Inject
    private SubscriptionRows rows;
    @Inject
    private LineSums lines;
    @Inject
    private Messages messages;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Plan> offers;
    private Change change;
    private String refused;
    private String gateway;
    private String reason;

    @PostConstruct
    void preview() {
        offers = catalogue.plans(visitor.tenantId(), false).stream()
                .filter(plan -> !plan.id().equals(page.subscription().plan().id())).toList();
        wanted().ifPresent(plan -> {
            try {
                change = decisions.preview(visitor.caller(), page.subscription().id(), plan,
                        visitor.parameter("coupon"));
            } catch (RefusedException no) {
                refused = words(no);
            }
        });
    }

    private String words(RefusedException no) {
        var refusal = no.refusal();
        return refusal.fields().values().stream().findFirst()
                .map(code -> messages.text(visitor.getLocale(), code))
                .orElseGet(() -> messages.text(visitor.getLocale(), refusal.code(), refusal.arguments().toArray()));
    }

    private Optional<UUID> wanted() {
        return visitor.parameter("to").flatMap(Uuids::find);
    }

    public String apply() {
        return notices.attempt("change", () -> {
            var how = new HowToPay(Optional.ofNullable(gateway), Payments.Return.NOWHERE,
                    visitor.parameter("coupon"), visitor.parameter("ticket").flatMap(Uuids::find));
            var done = decisions.change(visitor.caller(), page.subscription().id(), new Wanted(wanted().orElseThrow(),
                    how, seen(), Optional.ofNullable(reason).orElse("")));
            notices.done(told(done));
            return done.payment().map(payment -> "/payment?faces-redirect=true&id=" + payment.id())
                    .orElse("/subscription?faces-redirect=true&id=" + done.subscription().id());
        });
    }

    private Optional<Instant> seen() {
        try {
            return visitor.parameter("at").map(Instant::parse);
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private String told(Changed done) {
        var to = done.change().to().name();
        return done.payment().map(payment -> format.text("changeOrdered", to, format.money(payment.amount())))
                .orElseGet(() -> done.invoice().map(invoice -> format.text("changeDone", to))
                        .orElseGet(() -> format.text("changeNoted", to)));
    }

    public boolean isPossible() {
        return page.subscription().endedAt().isEmpty() && !offers.isEmpty();
    }

    public List<Offer> getOffers() {
        var chosen = visitor.parameter("to").orElse("");
        return offers.stream().map(plan -> new Offer(plan.id().toString(),
                        plan.isFree() ? plan.name() : plan.name() + " – " + rows.price(plan),
                plan.id().toString().equals(chosen))).toList();
    }

    public String getRefused() {
        return refused;
    }

    public boolean isPreviewed() {
        return change != null;
    }

    public String getTo() {
        return change.to().id().toString();
    }

    public String getCoupon() {
        return visitor.parameter("coupon").orElse("");
    }

    /** What it does, to whoever decides it. */
    public String getWords() {
        var to = change.to().name();
        var day = change.effectiveAt().map(format::time).orElse("");
        return switch (change.kind()) {
            case UPGRADE -> format.text(change.agreement() ? "change.setOff" : isPaidFirst() ? "change.whenPaid"
                    : "change.atOnce", to, getTotal());
            case DOWNGRADE -> format.text(change.agreement() ? "change.nextCharge"
                    : change.from().renewal() == Plan.Renewal.INVOICE ? "change.nextInvoice" : "change.toBuy", to, day);
            case END -> format.text("change.end", to, day);
        };
    }

    /** The form sent again finds the payment that it has opened: a second click orders nothing twice. */
    public String getTicket() {
        return Ids.next().toString();
    }

    /** Something is to be paid before it happens, and not by a gateway that charges anyway. */
    public boolean isPaidFirst() {
        return !change.agreement() && change.dueNow().filter(due -> !due.isZero()).isPresent();
    }

    public boolean isBilled() {
        return change.bill().isPresent();
    }

    /** The moment that it is priced at, as it is sent back. */
    public String getAt() {
        return change.bill().map(bill -> bill.at().toString()).orElse("");
    }

    public List<LineSums.Row> getLines() {
        return change.bill().map(bill -> bill.lines().stream().map(lines::row).toList()).orElse(List.of());
    }

    public String getNet() {
        return change.bill().map(bill -> format.money(bill.net())).orElse("");
    }

    public String getTax() {
        return change.bill().map(bill -> format.money(bill.tax())).orElse("");
    }

    public String getTotal() {
        return change.bill().map(bill -> format.money(bill.total())).orElse("");
    }

    /** Empty when nothing is left over. */
    public String getCredited() {
        return change.bill().filter(bill -> !bill.credited().isZero()).map(bill -> format.money(bill.credited()))
                .orElse("");
    }

    public List<Offer> getGateways() {
        return gateways.all(visitor.tenantId()).stream().filter(Gateways.View::offered)
                .map(view -> new Offer(view.name(), format.word("gateway", view.name()),
                        view.name().equals(gateway))).toList();
    }

    public String getGateway() {
        return gateway;
    }

    public void setGateway(String gateway) {
        this.gateway = gateway;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** Something to choose. */
    public record Offer(String id, String text, boolean chosen) {
    }
}
