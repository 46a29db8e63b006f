package io.weir.webportal;

import io.weir.subscriptions.api.Catalogue;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

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

    private PlanShelf shelf;

    @PostConstruct
    void look() {
        shelf = PlanShelf.of(catalogue.plans(visitor.tenantId(), false), visitor.parameter("interval"),
                Optional.empty());
    }

    public List<PlanCards.Tab> getTerms() {
        return cards.switches(shelf);
    }

    public List<PlanCards.Card> getPlans() {
        return cards.cards(shelf, Optional.empty());
    }
}
