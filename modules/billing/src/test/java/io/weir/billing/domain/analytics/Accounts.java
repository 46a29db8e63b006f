package io.weir.billing.domain.analytics;

import io.weir.billing.domain.analytics.PlanLine.Back;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts with plans of 30.00 a month and the like, in days of 2026, in UTC. */
final class Accounts {
    static final Currency USD = Currency.getInstance("USD");
    private final List<PlanLine> lines = new ArrayList<>();
    private Optional<UUID> subscription = Optional.empty();

    /** What follows is for this one. */
    Accounts under(UUID id) {
        subscription = Optional.of(id);
        return this;
    }

    static Instant day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Money usd(long cents) {
        return new Money(cents, USD);
    }

    /** Paid as it begins. */
    Accounts month(String from, String until, long cents, Back... backs) {
        return plan(PlanTerm.ofMonths(1), from, until, usd(cents), backs);
    }

    Accounts plan(PlanTerm term, String from, String until, Money net, Back... backs) {
        lines.add(new PlanLine(UUID.randomUUID(), subscription, "basic", day(from), Optional.of(day(from)),
                Period.between(day(from), day(until)), term, net, List.of(backs)));
        return this;
    }

    /** Issued ahead of its time, and not paid. */
    Accounts open(String issued, String from, String until, long cents, Back... backs) {
        lines.add(new PlanLine(UUID.randomUUID(), subscription, "basic", day(issued), Optional.empty(),
                Period.between(day(from), day(until)), PlanTerm.ofMonths(1), usd(cents), List.of(backs)));
        return this;
    }

    static Back back(String on, long cents) {
        return new Back(day(on), usd(-cents));
    }

    AccountPlans plans() {
        return new AccountPlans(new AccountId(UUID.randomUUID()), lines);
    }
}
