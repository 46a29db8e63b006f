package io.weir.webportal;

import io.weir.subscriptions.api.Catalogue;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The first page: what the tenant sells. */
@Named
@RequestScoped
public class Landing {
    @Inject
    private Catalogue catalogue;
    @Inject
    private Visitor visitor;
    @Inject
    private PlanCards cards;

    public List<PlanCards.Card> getPlans() {
        return catalogue.plans(visitor.tenantId(), false).stream().map(p -> cards.card(p, false)).toList();
    }
}
