package io.weir.webportal;

import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Plans side by side: each limit, price and feature that any of them has. */
@RequestScoped
public class PlanComparison {
    private static final String NONE = "–";

    @Inject
    private Format format;
    @Inject
    private MeterNames meters;
    @Inject
    private PlanFacts facts;

    Table of(List<Plan> plans, String currentId) {
        var heads = plans.stream().map(plan -> new Head(plan.name(), plan.id().toString().equals(currentId))).toList();
        return new Table(heads, rows(plans));
    }

    /** Two plans, only where they differ. */
    Table differences(Plan from, Plan to) {
        var heads = List.of(new Head(from.name(), true), new Head(to.name(), false));
        return new Table(heads, rows(List.of(from, to)).stream()
                .filter(row -> !row.cells().get(0).equals(row.cells().get(1))).toList());
    }

    private List<Row> rows(List<Plan> plans) {
        var rows = new ArrayList<Row>();
        add(rows, format.text("price"), plans, plan -> List.of(facts.price(plan) + " " + facts.per(plan)));
        for (String meter : meters(plans)) {
            var title = meters.of(meter).title();
            add(rows, title, plans, plan -> some(facts.quota(plan, meter)));
            add(rows, format.text("usagePrice", title), plans, plan -> facts.usage(plan, meter));
        }
        add(rows, format.text("beyond"), plans, plan -> some(facts.overage(plan)));
        add(rows, format.text("minimum"), plans, plan -> some(facts.minimum(plan)));
        add(rows, format.text("perMinute"), plans, plan -> some(facts.rate(plan)));
        add(rows, format.text("virtualPortfolios"), plans, plan -> plan.maxVirtualPortfolios().isPresent()
                ? List.of(format.quantity(plan.maxVirtualPortfolios().getAsInt(), 0)) : List.of());
        add(rows, format.text("trial"), plans, plan -> some(facts.trial(plan)));
        add(rows, format.text("renewal"), plans, plan -> some(facts.renewal(plan)));
        for (String feature : features(plans)) {
            add(rows, facts.feature(feature), plans, plan -> List.of(facts.value(plan.features().get(feature))));
        }
        return rows;
    }

    private static List<String> some(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** Nothing where no plan has anything. */
    private static void add(List<Row> rows, String label, List<Plan> plans, Function<Plan, List<String>> of) {
        var cells = plans.stream().map(of).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(new Row(label, cells.stream().map(cell -> cell.isEmpty() ? List.of(NONE) : cell).toList()));
        }
    }

    private static Set<String> meters(List<Plan> plans) {
        var keys = new LinkedHashSet<String>();
        plans.forEach(plan -> Stream.concat(plan.quotas().keySet().stream(),
                plan.pricing().charges().stream().map(charge -> charge.meter())).forEach(keys::add));
        return keys;
    }

    private static Set<String> features(List<Plan> plans) {
        var names = new LinkedHashSet<String>();
        plans.forEach(plan -> names.addAll(plan.features().keySet()));
        return names;
    }

    /** {@code heads}: a column each. */
    public record Table(List<Head> heads, List<Row> rows) {
    }

    /** A plan's column. */
    public record Head(String name, boolean current) {
        public boolean isCurrent() {
            return current;
        }
    }

    /** A cell for each plan; its lines one below the other. */
    public record Row(String label, List<List<String>> cells) {
    }
}
