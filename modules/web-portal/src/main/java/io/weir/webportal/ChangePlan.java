package io.weir.webportal;

import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.PlanChanges.Changed;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentMethods;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One plan that was chosen: what it costs now, what changes and when, and how to pay. What is billed is what was shown:
 * the form carries the moment of its preview on.
 */
@Named
@RequestScoped
public class ChangePlan {
    @Inject
    private Catalogue catalogue;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Lifecycle lifecycle;
    @Inject
    private PlanChanges changes;
    @Inject
    private Purchases purchases;
    @Inject
    private PaymentMethods methods;
    @Inject
    private PlanPreview previews;
    @Inject
    private PlanComparison comparison;
    @Inject
    private ChangeWords words;
    @Inject
    private Checkouts checkouts;
    @Inject
    private BillLines bills;
    @Inject
    private PlanFacts facts;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Subscription current;
    private Plan chosen;
    private PlanPreview.Preview preview;

    @PostConstruct
    void look() {
        current = subscriptions.current(visitor.tenantId(), visitor.account());
        chosen = visitor.parameter("plan").flatMap(id -> catalogue.plans(visitor.tenantId(), false).stream()
                .filter(plan -> plan.id().toString().equals(id)).findFirst()).orElse(null);
    }

    /** Without a plan that is sold, and where there is nothing to do about it, there is nothing to see here. */
    public String lead() {
        if (chosen == null || isMine() && chosen.isFree()) {
            return "/upgrade?faces-redirect=true";
        }
        return isMine() && !offers().isToBeBought() ? "/subscription?faces-redirect=true" : null;
    }

    private boolean isMine() {
        return chosen.id().equals(current.plan().id());
    }

    private PlanOffers offers() {
        return new PlanOffers(current, subscriptions.of(visitor.tenantId(), visitor.account()));
    }

    private PlanPreview.Preview preview() {
        if (preview == null) {
            preview = previews.of(current, chosen, visitor.parameter("coupon").map(String::strip));
        }
        return preview;
    }

    public boolean isTrial() {
        return visitor.parameter("trial").isPresent() && offers().isToTry(chosen);
    }

    public String getId() {
        return chosen.id().toString();
    }

    public String getName() {
        return chosen.name();
    }

    public String getPrice() {
        return facts.price(chosen) + " " + facts.per(chosen);
    }

    /** What will happen, in the order in which it does. */
    public List<String> getWords() {
        return isTrial() ? words.trial(chosen) : words.of(current, chosen, preview());
    }

    public boolean isBilled() {
        return !isTrial() && preview().isBilled();
    }

    public List<BillLines.Row> getLines() {
        return preview().lines().stream().map(bills::row).toList();
    }

    public List<BillLines.Sum> getSums() {
        return bills.sums(preview().lines(), preview().net(), preview().total());
    }

    public String getDueNow() {
        return format.money(preview().total());
    }

    /** What the form sends back, to be billed what was seen; empty where nothing is. */
    public String getPreviewedAt() {
        return preview().at().map(Instant::toString).orElse("");
    }

    public String getTyped() {
        return visitor.parameter("coupon").orElse("");
    }

    /** The one that counts. */
    public String getCoupon() {
        return preview().coupon().orElse("");
    }

    public String getCouponRefused() {
        return preview().refused();
    }

    public PlanComparison.Table getComparison() {
        return comparison.differences(current.plan(), chosen);
    }

    /** Whether there is something to pay for it to happen. */
    public boolean isPaid() {
        return isBilled() && !preview().total().isZero();
    }

    /** Whether what is paid with may be charged for the invoices that follow. */
    public boolean isKept() {
        return isPaid() && chosen.isInvoiced() && !methods.chargers(visitor.tenantId()).isEmpty();
    }

    public WaysToPay getWays() {
        return checkouts.ways(preview().total());
    }

    public String getVerb() {
        return format.text(isTrial() ? "trialStart" : isPaid() ? "toPayment" : isBilled() ? "startNow"
                : chosen.isFree() ? "changeToFree" : "changePlan");
    }

    public String pay() {
        return notices.attempt("form", () -> {
            var plan = Uuids.parse(visitor.parameter("plan").orElse(""));
            if (visitor.parameter("trial").isPresent()) {
                lifecycle.startTrial(visitor.tenantId(), visitor.account(), plan);
                return done("trialStarted", chosen.name());
            }
            return buy(plan, checkouts.how(visitor.parameter("coupon").map(String::strip)));
        });
    }

    /** A coupon that is not good any more is said in a sentence, and the page shows what it costs without. */
    private String buy(UUID plan, Purchases.HowToPay how) {
        try {
            return isMine() ? bought(purchases.plan(visitor.caller(), plan, how))
                    : changed(changes.change(visitor.caller(), plan, how, previewedAt()));
        } catch (RefusedException refused) {
            var coupon = refused.refusal().fields().get("couponCode");
            if (coupon == null) {
                throw refused;
            }
            notices.wrong(null, previews.words(coupon));
            return null;
        }
    }

    private Optional<Instant> previewedAt() {
        try {
            return visitor.parameter("previewedAt").map(Instant::parse);
        } catch (DateTimeException tampered) {
            return Optional.empty();
        }
    }

    private String bought(Purchases.Ordered ordered) {
        return ordered.payment().isPresent() ? checkouts.proceed(ordered.payment().get())
                : done("planStarted", chosen.name());
    }

    private String changed(Changed changed) {
        return changed.payment().isPresent() ? checkouts.proceed(changed.payment().get())
                : done(changed.invoice().isPresent() ? "planStarted" : "planNoted", chosen.name());
    }

    private String done(String key, Object... arguments) {
        notices.done(format.text(key, arguments));
        return "/subscription?faces-redirect=true";
    }
}
