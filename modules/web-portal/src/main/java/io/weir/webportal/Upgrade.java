package io.weir.webportal;

import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Choosing a plan and how to pay for it. */
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
    private Checkouts checkouts;
    @Inject
    private PlanCards cards;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;

    private String gateway;
    private Subscription current;
    private List<PlanCards.Card> plans;

    @PostConstruct
    void preselect() {
        gateway = checkouts.preferred();
        current = subscriptions.current(visitor.tenantId(), visitor.account());
    }

    /**
     * The plan that was chosen, as the address names it; its form carries the name on, so that nothing else can be
     * bought by it.
     */
    public PlanCards.Card getChosen() {
        return visitor.parameter("plan").flatMap(id -> getPlans().stream().filter(p -> p.id().equals(id) && !p.free())
                .findFirst())
                .orElse(null);
    }

    public String pay() {
        return notices.attempt("form", () -> checkouts.proceed(purchases.plan(visitor.caller(),
                Uuids.parse(visitor.parameter("plan").orElse("")), checkouts.how(gateway))));
    }

    public List<PlanCards.Card> getPlans() {
        if (plans == null) {
            plans = catalogue.plans(visitor.tenantId(), false).stream()
                    .map(p -> cards.card(p, p.id().equals(current.plan().id()))).toList();
        }
        return plans;
    }

    public String getCurrentPlan() {
        return current.plan().name();
    }

    public List<SelectItem> getGateways() {
        return checkouts.gateways();
    }

    public String getGateway() {
        return gateway;
    }

    public void setGateway(String gateway) {
        this.gateway = gateway;
    }
}
