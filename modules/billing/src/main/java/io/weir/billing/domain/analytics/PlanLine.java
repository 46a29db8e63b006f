package io.weir.billing.domain.analytics;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an invoice asked for one period of a plan, coupons taken off. {@code subscription}: that it began, or that it
 * was to go on with. {@code plan}: its slug. {@code paid}: when it was. {@code backs}: what credit notes gave back of
 * it, the earliest first.
 */
public record PlanLine(UUID invoice, Optional<UUID> subscription, String plan, Instant issued, Optional<Instant> paid,
        Period period, PlanTerm term, Money net, List<Back> backs) {
    /** Of two that are in force at once, the one that began later counts, and was issued later. */
    static final Comparator<PlanLine> ORDER = Comparator.comparing((PlanLine line) -> line.period().from())
            .thenComparing(PlanLine::issued).thenComparing(line -> line.invoice().toString());

    public PlanLine {
        backs = List.copyOf(backs);
    }

    /** {@code net}: below zero. */
    public record Back(Instant at, Money net) {
    }

    /** What is left of it, by what had been given back by then. */
    Money leftAt(Instant moment) {
        var left = backs.stream().filter(back -> !back.at().isAfter(moment)).map(Back::net).reduce(net, Money::plus);
        return left.isNegative() ? Money.zero(net.currency()) : left;
    }

    /** Withdrawn before its time came: another one takes its place, or none. */
    boolean neverBegan() {
        return !net.isZero() && leftAt(period.from()).isZero();
    }

    boolean coversAt(Instant moment) {
        return period.contains(moment) && !neverBegan();
    }
}
