package io.weir.billing.domain.analytics;

import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** All that one account was asked for plans. It has one plan at a time: the one whose period began last. */
public record AccountPlans(List<PlanLine> lines) {
    public AccountPlans {
        lines = List.copyOf(lines);
    }

    /** What it is worth a month; zero without a plan, or with one in another currency. */
    Money monthlyAt(Instant moment, Currency currency) {
        return inForce(moment, currency).map(line -> line.term().monthly(line.leftAt(moment)))
                .orElse(Money.zero(currency));
    }

    Money yearlyAt(Instant moment, Currency currency) {
        return inForce(moment, currency).map(line -> line.term().yearly(line.leftAt(moment)))
                .orElse(Money.zero(currency));
    }

    private Optional<PlanLine> inForce(Instant moment, Currency currency) {
        return lines.stream().filter(line -> line.coversAt(moment)).max(PlanLine.ORDER)
                .filter(line -> line.net().currency().equals(currency));
    }

    /** Whether it ever had a plan that cost something, before that moment. */
    boolean hadPlanBefore(Instant moment, Currency currency) {
        return lines.stream().anyMatch(line -> line.net().currency().equals(currency)
                && line.period().from().isBefore(moment) && !line.leftAt(moment).isZero());
    }

    /** When it paid for a plan for the first time. */
    Optional<Instant> firstPaid(Currency currency) {
        return lines.stream().filter(line -> line.net().currency().equals(currency))
                .flatMap(line -> line.paid().stream()).min(Comparator.naturalOrder());
    }
}
