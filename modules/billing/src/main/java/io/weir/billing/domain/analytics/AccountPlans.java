package io.weir.billing.domain.analytics;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that one account was asked for plans. It has one plan at a time: the one whose period began last. */
public record AccountPlans(AccountId account, List<PlanLine> lines) {
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
        return inForce(moment).filter(line -> line.net().currency().equals(currency));
    }

    private Optional<PlanLine> inForce(Instant moment) {
        return lines.stream().filter(line -> line.coversAt(moment)).max(PlanLine.ORDER);
    }

    /**
     * What of it is one subscription's: all, when the line that counts was for it. One that is to go on with another
     * plan has the invoice for that, which is the next subscription's: the one that runs then.
     */
    public Optional<Money> monthlyOf(Held subscription, Instant moment) {
        return inForce(moment).filter(line -> line.plan().equals(subscription.plan()))
                .filter(line -> subscription.running() || line.subscription().filter(subscription.id()::equals)
                        .isPresent())
                .map(line -> line.term().monthly(line.leftAt(moment))).filter(worth -> !worth.isZero());
    }

    /** A subscription by its id and its plan's slug; {@code running}: paid for, and the one that counts now. */
    public record Held(UUID id, String plan, boolean running) {
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
