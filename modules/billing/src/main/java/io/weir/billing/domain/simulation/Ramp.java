package io.weir.billing.domain.simulation;

import io.weir.metering.api.PastUsage.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How an account's use grew, meter by meter. A step belongs to the time in which it begins. */
public final class Ramp {
    private final List<Step> steps;

    /** @param steps in order of time */
    public Ramp(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** What was used of each meter, in smallest units; without those of which nothing was. */
    public Map<String, Long> used(Instant from, Instant until) {
        var sums = new TreeMap<String, Long>();
        steps.stream().filter(step -> isWithin(step, from, until))
                .forEach(step -> sums.merge(step.meter().value(), step.quantity(), Math::addExact));
        return sums;
    }

    /** Where a limit was passed. */
    public Optional<Passing> passing(String meter, Instant from, Instant until, long limit) {
        long soFar = 0;
        for (var step : steps) {
            if (step.meter().value().equals(meter) && isWithin(step, from, until)) {
                if (step.quantity() > limit - soFar) {
                    return Optional.of(new Passing(step, limit - soFar));
                }
                soFar += step.quantity();
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(Step step, Instant from, Instant until) {
        return !step.from().isBefore(from) && step.from().isBefore(until);
    }

    /** {@code units}: what was still free when the step began. */
    public record Passing(Step step, long units) {
    }
}
