package io.weir.webportal;

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

/** The plans that are sold, for the term that is looked at, and all of them side by side. */
@Named
@RequestScoped
public class Upgrade {
    @Inject
    private Catalogue catalogue;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private PlanCards cards;
    @Inject
    private PlanComparison comparison;
    @Inject
    private Visitor visitor;

    private Subscription current;
    private List<Plan> plans;
    private PlanShelf shelf;
    private PlanOffers offers;

    @PostConstruct
    void look() {
        current = subscriptions.current(visitor.tenantId(), visitor.account());
        plans = catalogue.plans(visitor.tenantId(), false);
        shelf = PlanShelf.of(plans, visitor.parameter("interval"), Optional.of(current.plan()));
        offers = new PlanOffers(current, subscriptions.of(visitor.tenantId(), visitor.account()));
    }

    /** Addresses of before named the chosen plan here. */
    public String lead() {
        return visitor.parameter("plan").filter(id -> plans.stream().anyMatch(p -> p.id().toString().equals(id)))
                .map(id -> "/change-plan?faces-redirect=true&plan=" + id).orElse(null);
    }

    public List<PlanCards.Tab> getTerms() {
        return cards.switches(shelf);
    }

    public List<PlanCards.Card> getPlans() {
        return cards.cards(shelf, Optional.of(offers));
    }

    public PlanComparison.Table getComparison() {
        return comparison.of(plans, current.plan().id().toString());
    }

    public String getCurrentPlan() {
        return current.plan().name();
    }
}
