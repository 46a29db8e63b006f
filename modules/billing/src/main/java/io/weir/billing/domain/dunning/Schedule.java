package io.weir.billing.domain.dunning;

import io.weir.billing.api.DunningMoved.Letter;
import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.DunningTerms.Then;
import io.weir.billing.domain.dunning.Step.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happens when, to an invoice that is not paid. Whole local days are counted, at the same time of the day. */
public record Schedule(DunningTerms terms, Instant from, ZoneId zone) {
    private static final Comparator<Step> IN_ORDER = Comparator.comparingInt(Step::days).thenComparing(Step::kind);

    /** In their order; the last is the end. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        terms.retries().stream().distinct().forEach(days -> steps.add(new Step(Kind.RETRY, days)));
        terms.reminders().stream().distinct().forEach(days -> steps.add(new Step(Kind.REMIND, days)));
        steps.add(new Step(Kind.UNPAID, terms.unpaidAfter()));
        steps.removeIf(step -> step.days() >= terms.giveUpAfter());
        steps.add(new Step(Kind.GIVE_UP, terms.giveUpAfter()));
        steps.sort(IN_ORDER);
        return List.copyOf(steps);
    }

    public Instant at(Step step) {
        return from.atZone(zone).plusDays(step.days()).toInstant();
    }

    /** The place of the first that is not over when it begins. */
    public int first(Instant begun) {
        var steps = steps();
        int place = 0;
        while (at(steps.get(place)).isBefore(begun)) {
            place++;
        }
        return place;
    }

    /** Whether another of its kind is due by now too: then only that one happens. */
    public boolean isOvertaken(int place, Instant now) {
        var steps = steps();
        var kind = steps.get(place).kind();
        return steps.subList(place + 1, steps.size()).stream()
                .anyMatch(later -> later.kind() == kind && !at(later).isAfter(now));
    }

    /** When access ends; empty where nothing is taken away. */
    public Optional<Instant> unpaidAt() {
        return terms.then() == Then.KEEP ? Optional.empty() : Optional.of(at(new Step(Kind.UNPAID,
                terms.unpaidAfter())));
    }

    /** Which letter a reminder is. */
    public Letter letter(int days) {
        if (days < 0) {
            return Letter.UPCOMING;
        }
        if (days == 0) {
            return Letter.DUE;
        }
        boolean last = terms.then() != Then.KEEP && days <= terms.unpaidAfter() && terms.reminders().stream()
                .noneMatch(other -> other > days && other <= terms.unpaidAfter());
        return last ? Letter.LAST : Letter.OVERDUE;
    }
}
