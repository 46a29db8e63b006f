package io.weir.webportal;

import io.weir.billing.api.Simulation;
import io.weir.billing.api.Simulations;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a plan would have cost for what was really used, period by period, beside what was really billed. */
@Named("simulation")
@RequestScoped
public class SimulationPage {
    private static final int USUAL_DAYS = 90;

    @Inject
    private Simulations simulations;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private SimulationRows rows;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Plan> plans;
    private LocalDate from;
    private LocalDate to;
    private Optional<Simulation> simulated = Optional.empty();
    private String refused = "";

    @PostConstruct
    void look() {
        plans = catalogue.plans(visitor.tenantId(), false);
        var today = time.now(visitor.tenantId()).atZone(visitor.getTenant().zone()).toLocalDate();
        to = Days.of(visitor.parameter("to")).orElse(today);
        from = Days.of(visitor.parameter("from")).orElse(to.minusDays(USUAL_DAYS - 1));
        chosen().ifPresent(this::simulate);
    }

    private Optional<Plan> chosen() {
        return visitor.parameter("plan").flatMap(id -> plans.stream()
                .filter(plan -> plan.id().toString().equals(id)).findFirst());
    }

    private void simulate(Plan plan) {
        var tenant = visitor.getTenant();
        try {
            simulated = Optional.of(simulations.simulate(tenant.id(), visitor.account(), new Simulations.Wish(plan.id(),
                    Days.start(Optional.of(from), tenant).orElseThrow(),
                    Days.end(Optional.of(to), tenant).orElseThrow())));
        } catch (RefusedException wrong) {
            refused = wrong.refusal().fields().isEmpty() ? notices.text(wrong.refusal())
                    : format.text("simulatedSpan");
        }
    }

    /** The chosen one first, else the current one. */
    public List<Choice> getPlans() {
        var marked = chosen().orElseGet(() -> subscriptions.current(visitor.tenantId(), visitor.account()).plan());
        return plans.stream().map(plan -> new Choice(plan.id().toString(), plan.name(),
                plan.id().equals(marked.id()))).toList();
    }

    public String getFrom() {
        return from.toString();
    }

    public String getTo() {
        return to.toString();
    }

    /** Why not; empty when it could be told. */
    public String getRefused() {
        return refused;
    }

    public boolean isTold() {
        return simulated.isPresent();
    }

    public String getTotal() {
        return simulated.map(told -> format.money(told.total().gross())).orElse("");
    }

    public String getReal() {
        return simulated.flatMap(Simulation::real).map(real -> format.money(real.gross())).orElse("–");
    }

    /** More or less than it really was, and by how much. */
    public String getVerdict() {
        return simulated.flatMap(told -> told.real().map(real -> verdict(told.total().gross(), real.gross())))
                .orElseGet(() -> format.text("simulatedNoReal"));
    }

    private String verdict(Money supposed, Money real) {
        if (!supposed.currency().equals(real.currency())) {
            return format.text("simulatedNoReal");
        }
        var more = supposed.minus(real);
        return more.isZero() ? format.text("simulatedSame") : more.isNegative()
                ? format.text("simulatedLess", format.money(more.times(-1)))
                : format.text("simulatedMore", format.money(more));
    }

    public List<SimulationRows.Row> getPeriods() {
        return simulated.map(told -> told.periods().stream().map(rows::row).toList()).orElse(List.of());
    }
}
