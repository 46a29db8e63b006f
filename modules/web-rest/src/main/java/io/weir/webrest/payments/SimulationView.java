package io.weir.webrest.payments;

import io.weir.billing.api.Simulation;
import io.weir.billing.api.Simulation.MeterUse;
import io.weir.billing.api.Simulation.Needed;
import io.weir.billing.api.Simulation.RealInvoice;
import io.weir.billing.api.Simulation.SimulatedPeriod;
import io.weir.billing.api.Simulation.Sum;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a plan would have cost; amounts in major units, quantities in whole units of their meter. {@code from}, {@code
 * to}: what was priced of the span. {@code total}: plan, usage and packages; {@code real}: what was really asked for in
 * that time, absent when nothing was.
 */
public record SimulationView(UUID accountId, PlanView plan, Instant from, Instant to, String currency,
        List<PeriodView> periods, SumView total, SumView packages, Optional<SumView> real) {
    public static SimulationView of(Simulation simulated) {
        return new SimulationView(simulated.account().value(), PlanView.of(simulated.plan()), simulated.from(),
                simulated.until(), simulated.total().gross().currency().getCurrencyCode(),
                simulated.periods().stream().map(PeriodView::of).toList(), SumView.of(simulated.total()),
                SumView.of(simulated.packages()), simulated.real().map(SumView::of));
    }

    /** As it stands today. */
    public record PlanView(UUID id, String slug, String name, int version) {
        public static PlanView of(Plan plan) {
            return new PlanView(plan.id(), plan.slug(), plan.name(), plan.version());
        }
    }

    /** {@code total} = {@code net} and {@code tax}. */
    public record SumView(BigDecimal net, BigDecimal tax, BigDecimal total) {
        public static SumView of(Sum sum) {
            return new SumView(sum.net().major(), sum.tax().major(), sum.gross().major());
        }
    }

    /**
     * {@code whole}: as long as the plan's term; {@code had}: the account had the plan then. {@code sum}: of the lines;
     * {@code total}: with the packages. {@code why}: line by line, as an invoice's explanation.
     */
    public record PeriodView(Instant from, Instant to, boolean whole, boolean had, int version,
            List<InvoiceView.LineView> lines, List<ExplanationView.LineWhy> why, List<UseView> usage,
            List<NeededView> packages, SumView sum, SumView total, List<RealView> invoices, Optional<SumView> real) {
        static PeriodView of(SimulatedPeriod period) {
            return new PeriodView(period.from(), period.until(), period.whole(), period.had(), period.version(),
                    period.lines().stream().map(line -> InvoiceView.LineView.of(line.line())).toList(),
                    period.lines().stream().map(ExplanationView.LineWhy::of).toList(),
                    period.usage().stream().map(UseView::of).toList(),
                    period.packages().stream().map(NeededView::of).toList(), SumView.of(period.sum()),
                    SumView.of(period.total()), period.invoices().stream().map(RealView::of).toList(),
                    period.real().map(SumView::of));
        }
    }

    /** {@code blocked}: what the plan's limits would have refused, from {@code ranOutAt} on. */
    public record UseView(String meter, String title, String unit, BigDecimal used, BigDecimal included,
            BigDecimal beyond, BigDecimal blocked, BigDecimal uncovered, Optional<Instant> ranOutAt) {
        static UseView of(MeterUse use) {
            int decimals = use.decimals();
            return new UseView(use.meter(), use.title(), use.unit(), BigDecimal.valueOf(use.used(), decimals),
                    BigDecimal.valueOf(use.included(), decimals), BigDecimal.valueOf(use.beyond(), decimals),
                    BigDecimal.valueOf(use.blocked(), decimals), BigDecimal.valueOf(use.uncovered(), decimals),
                    use.ranOutAt());
        }
    }

    /** {@code count} packages of {@code units} each, at {@code price} each. */
    public record NeededView(String kind, UUID id, String name, String meter, BigDecimal units, long count,
            BigDecimal price, SumView total) {
        static NeededView of(Needed needed) {
            return new NeededView(needed.kind(), needed.id(), needed.name(), needed.meter(),
                    BigDecimal.valueOf(needed.units(), needed.decimals()), needed.count(), needed.price().major(),
                    SumView.of(needed.total()));
        }
    }

    /** An invoice of that time. */
    public record RealView(UUID id, Optional<String> number, String reason, String status, String currency,
            SumView total) {
        static RealView of(RealInvoice invoice) {
            return new RealView(invoice.id(), invoice.number(), invoice.reason(), invoice.status(),
                    invoice.total().gross().currency().getCurrencyCode(), SumView.of(invoice.total()));
        }
    }
}
