package io.weir.webportal;

import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans as cards of a price table, with the switch between their terms. */
@RequestScoped
public class PlanCards {
    @Inject
    private Format format;
    @Inject
    private MeterNames meters;
    @Inject
    private PlanFacts facts;

    List<Card> cards(PlanShelf shelf, Optional<PlanOffers> offers) {
        return shelf.shown().stream().map(plan -> card(plan, shelf, offers)).toList();
    }

    Card card(Plan plan, PlanShelf shelf, Optional<PlanOffers> offers) {
        return new Card(plan.id().toString(), plan.name(), plan.description(), facts.price(plan), facts.per(plan),
                facts(plan), shelf.saving(plan).map(saving -> format.text("saving", format.money(saving.amount()),
                format.decimal(saving.percent()))).orElse(""), facts.trial(plan), plan.isFree(),
                offers.map(all -> all.of(plan)).orElse(PlanOffers.Offer.NONE));
    }

    /** Where to go for each term; none where there is nothing to choose. */
    List<Tab> switches(PlanShelf shelf) {
        return shelf.terms().stream().map(term -> new Tab(word(term), term.equals("year") ? shelf.bestSaving()
                .map(best -> format.text("savingUpTo", format.decimal(best.percent()))).orElse("") : "",
                "?interval=" + term, term.equals(shelf.term()))).toList();
    }

    private String word(String term) {
        return term.startsWith("days-") ? format.text("termDays", Integer.parseInt(term.substring(5)))
                : format.word("term", term);
    }

    private List<String> facts(Plan plan) {
        var said = new ArrayList<String>();
        plan.quotas().forEach((meter, quota) -> {
            var known = meters.of(meter);
            said.add(format.quantity(quota, known.decimals()) + " " + known.title());
            said.addAll(facts.beyond(plan, meter));
        });
        if (plan.requestsPerMinute() > 0) {
            said.add(format.text("requestsPerMinute", plan.requestsPerMinute()));
        }
        plan.maxVirtualPortfolios().ifPresent(n -> said.add(format.text("portfolios", n)));
        plan.features().forEach((feature, value) -> {
            if (Boolean.TRUE.equals(value)) {
                said.add(facts.feature(feature));
            }
        });
        return said;
    }

    /** A term to switch to; {@code saves}: what is said beside it. */
    public record Tab(String text, String saves, String link, boolean here) {
        public boolean isHere() {
            return here;
        }
    }

    /** A plan as it is shown; {@code saving} and {@code trial} are empty where there is none. */
    public record Card(String id, String name, String description, String price, String per, List<String> facts,
            String saving, String trial, boolean free, PlanOffers.Offer offer) {
        public boolean isFree() {
            return free;
        }
    }
}
