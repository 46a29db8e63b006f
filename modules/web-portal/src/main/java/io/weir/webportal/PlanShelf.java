package io.weir.webportal;

import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plans as a shop shows them: of those that are the same thing for different terms, the one of the term that is looked
 * at. {@code terms}: what there is to choose from, none where no plan is sold for two; {@code term}: the chosen one.
 */
record PlanShelf(List<Plan> plans, List<String> terms, String term) {
    private static final int MONTHS = 12;
    private static final List<String> FIRST = List.of("month", "year");

    /** @param current its term is the usual one */
    static PlanShelf of(List<Plan> plans, Optional<String> wanted, Optional<Plan> current) {
        var terms = families(plans).values().stream()
                .map(family -> family.stream().map(PlanShelf::term).distinct().toList())
                .filter(each -> each.size() > 1).flatMap(List::stream).distinct()
                .sorted(Comparator.comparingInt(PlanShelf::order)).toList();
        var term = wanted.filter(terms::contains)
                .or(() -> current.filter(plan -> !plan.isFree()).map(PlanShelf::term).filter(terms::contains))
                .orElse(terms.isEmpty() ? "" : terms.get(0));
        return new PlanShelf(List.copyOf(plans), terms, term);
    }

    private static int order(String term) {
        return FIRST.contains(term) ? FIRST.indexOf(term) : FIRST.size();
    }

    private static Map<String, List<Plan>> families(List<Plan> plans) {
        return plans.stream().collect(Collectors.groupingBy(Plan::family, LinkedHashMap::new, Collectors.toList()));
    }

    /** month, year, lifetime, or so many days: {@code days-30}. */
    static String term(Plan plan) {
        var days = plan.term().days();
        return days.isPresent() ? "days-" + days.getAsInt() : plan.term().interval();
    }

    /** Each family once, unless it has two for the same term; one that has none for this term with what it has. */
    List<Plan> shown() {
        var shown = new ArrayList<Plan>();
        families(plans).values().forEach(family -> {
            var fitting = family.stream().filter(plan -> term(plan).equals(term)).toList();
            var otherwise = term(family.get(0));
            shown.addAll(fitting.isEmpty()
                    ? family.stream().filter(plan -> term(plan).equals(otherwise)).toList() : fitting);
        });
        return shown;
    }

    /** What a year at once costs less than twelve months of the same; empty where it does not. */
    Optional<Saving> saving(Plan plan) {
        if (!term(plan).equals("year")) {
            return Optional.empty();
        }
        return plans.stream().filter(other -> other.family().equals(plan.family()) && term(other).equals("month"))
                .filter(other -> other.price().currency().equals(plan.price().currency())).findFirst()
                .flatMap(monthly -> Saving.of(monthly.price().times(MONTHS), plan.price()));
    }

    /** The most that any yearly plan saves. */
    Optional<Saving> bestSaving() {
        return plans.stream().flatMap(plan -> saving(plan).stream()).max(Comparator.comparing(Saving::percent));
    }

    /** {@code percent}: rounded down to a tenth, so that no more is promised than is saved. */
    record Saving(Money amount, BigDecimal percent) {
        static Optional<Saving> of(Money dear, Money cheap) {
            var amount = dear.minus(cheap);
            if (amount.minor() <= 0) {
                return Optional.empty();
            }
            return Optional.of(new Saving(amount, BigDecimal.valueOf(amount.minor()).movePointRight(2)
                    .divide(BigDecimal.valueOf(dear.minor()), 1, RoundingMode.DOWN).stripTrailingZeros()));
        }
    }
}
