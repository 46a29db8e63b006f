package io.weir.webportal;

import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.PlanChanges.Change;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Choosing a plan and how to pay for it; where a gateway charges by itself, it is told of the other plan instead. */
@Named
@RequestScoped
public class Upgrade {
    @Inject
    private Catalogue catalogue;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Purchases purchases;
    @Inject
    private PlanChanges changes;
    @Inject
    private Checkouts checkouts;
    @Inject
    private PlanCards cards;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;

    private Subscription current;
    private List<Plan> plans;
    private Optional<Change> agreed;

    @PostConstruct
    void look() {
        current = subscriptions.current(visitor.tenantId(), visitor.account());
        plans = catalogue.plans(visitor.tenantId(), false);
    }

    /**
     * The plan that was chosen, as the address names it; its form carries the name on, so that nothing else can be
     * bought by it.
     */
    public PlanCards.Card getChosen() {
        return chosen().map(this::card).orElse(null);
    }

    private Optional<Plan> chosen() {
        return visitor.parameter("plan").flatMap(id -> plans.stream()
                .filter(plan -> plan.id().toString().equals(id) && !plan.isFree()).findFirst());
    }

    public String pay() {
        UUID plan = Uuids.parse(visitor.parameter("plan").orElse(""));
        return notices.attempt("form", () -> agreed().isPresent() ? change(plan)
                : checkouts.proceed(purchases.plan(visitor.caller(), plan, checkouts.how()).toPay()));
    }

    private String change(UUID plan) {
        var changed = changes.change(visitor.caller(), plan, checkouts.how());
        if (changed.payment().isPresent()) {
            return checkouts.proceed(changed.payment().get());
        }
        notices.done(changed.change().words());
        return "/billing?faces-redirect=true";
    }

    /** What a running agreement makes of the choice; empty where it is simply bought. */
    private Optional<Change> agreed() {
        if (agreed == null) {
            agreed = chosen().filter(plan -> current.renews() && !plan.id().equals(current.plan().id()))
                    .map(plan -> changes.preview(visitor.caller(), plan.id())).filter(Change::agreement);
        }
        return agreed;
    }

    /** What happens without a payment of one's own; empty where there is one. */
    public String getChange() {
        return agreed().map(Change::words).orElse("");
    }

    public List<PlanCards.Card> getPlans() {
        return plans.stream().map(this::card).toList();
    }

    private PlanCards.Card card(Plan plan) {
        return cards.card(plan, plan.id().equals(current.plan().id()));
    }

    public String getCurrentPlan() {
        return current.plan().name();
    }

    public WaysToPay getWays() {
        return checkouts.ways(chosen().orElseThrow().price());
    }
}
