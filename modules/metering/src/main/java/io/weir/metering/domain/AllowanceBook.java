package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;

/**
 * The locked allowances of a batch, spent one demand after the other. Each demand is decided exactly as if it were
 * alone and the earlier ones had committed: it is admitted whole or not at all, and a refused one changes nothing. What
 * ends first is spent first; what one allowance lacks the next one adds; what was used beyond all of them is counted on
 * the first one whose rule allows overage, as far as that goes. Has no clock and does no I/O.
 */
public final class AllowanceBook {
    private final Map<Shelf, List<Allowance>> shelves = new HashMap<>();
    private final Map<UUID, Allowance> byId = new LinkedHashMap<>();

    public AllowanceBook(Collection<Allowance> locked) {
        for (var allowance : locked) {
            byId.put(allowance.id(), allowance);
            shelves.computeIfAbsent(new Shelf(allowance.holder(), allowance.meter()), s -> new ArrayList<>())
                    .add(allowance);
        }
        shelves.values().forEach(shelf -> shelf.sort(Allowance.SPENDING_ORDER));
    }

    /** Whether anything is open of the meter, be it spent or not. */
    boolean meters(Claim claim) {
        return shelf(claim).stream().anyMatch(claim::covers);
    }

    boolean has(Claim claim, long quantity) {
        return free(claim, quantity) >= quantity;
    }

    /** Uses the units now; empty when not all of them are there. */
    public Optional<List<Part>> charge(Claim claim, long quantity) {
        return has(claim, quantity) ? Optional.of(take(claim, quantity, Allowance::charge)) : Optional.empty();
    }

    /** Holds the units; empty when not all of them are there. */
    public Optional<List<Part>> hold(Claim claim, long quantity) {
        return has(claim, quantity) ? Optional.of(take(claim, quantity, Allowance::hold)) : Optional.empty();
    }

    /** For work that is done already: uses units as far as they last, and goes beyond them as far as that may be. */
    Taken chargeUpTo(Claim claim, long quantity) {
        long units = Math.min(quantity, free(claim, quantity));
        take(claim, units, Allowance::charge);
        return new Taken(units, exceed(claim, quantity - units));
    }

    /** The same, but all of it or, when even overage does not reach so far, nothing. */
    Optional<Taken> chargeBeyond(Claim claim, long quantity) {
        long lacking = quantity - Math.min(quantity, free(claim, quantity));
        long room = bearer(claim).map(allowance -> allowance.figures().room()).orElse(0L);
        return lacking > room ? Optional.empty() : Optional.of(chargeUpTo(claim, quantity));
    }

    /**
     * Turns held units into used ones, in the order in which they were held, so that what was not needed goes back
     * where it was taken last. What was needed beyond is charged to what is open now.
     */
    Taken settle(Claim claim, List<Part> held, long quantity) {
        long left = quantity;
        for (var part : held) {
            long charged = Math.min(left, part.quantity());
            allowance(part).settle(part.quantity(), charged);
            left -= charged;
        }
        var more = chargeUpTo(claim, left);
        return new Taken(quantity - left + more.units(), more.overage());
    }

    /** Gives held units back, also to an allowance that has ended since. */
    public void release(List<Part> held) {
        for (int i = held.size() - 1; i >= 0; i--) {
            allowance(held.get(i)).settle(held.get(i).quantity(), 0);
        }
    }

    public Standing standing(Claim claim) {
        var sum = Standing.NONE;
        for (var allowance : shelf(claim)) {
            if (claim.covers(allowance)) {
                sum = sum.plus(allowance);
            }
        }
        return sum;
    }

    /** How many allowances {@link #standing} is the sum of. */
    long open(Claim claim) {
        return shelf(claim).stream().filter(claim::covers).count();
    }

    /** What this batch does to each allowance that it changes, in the order in which they were locked. */
    public List<AllowanceChange> changes() {
        return byId.values().stream().filter(Allowance::changed).map(Allowance::change).toList();
    }

    /** What is free of the claimed allowances; counting ends when {@code enough} is reached. */
    private long free(Claim claim, long enough) {
        long sum = 0;
        for (var allowance : shelf(claim)) {
            if (sum < enough && claim.covers(allowance)) {
                sum += allowance.figures().free();
            }
        }
        return sum;
    }

    private List<Part> take(Claim claim, long quantity, ObjLongConsumer<Allowance> spend) {
        var parts = new ArrayList<Part>(1);
        long left = quantity;
        for (var allowance : shelf(claim)) {
            long some = claim.covers(allowance) ? Math.min(left, allowance.figures().free()) : 0;
            if (some > 0) {
                spend.accept(allowance, some);
                parts.add(new Part(claim.meter(), allowance.id(), some));
                left -= some;
            }
        }
        return parts;
    }

    private long exceed(Claim claim, long quantity) {
        var bearer = quantity > 0 ? bearer(claim) : Optional.<Allowance>empty();
        long some = Math.min(quantity, bearer.map(allowance -> allowance.figures().room()).orElse(0L));
        bearer.ifPresent(allowance -> allowance.exceed(some));
        return some;
    }

    /** Of those whose rule allows any: a grant by hand, which never does, must not silence the plan's rule. */
    private Optional<Allowance> bearer(Claim claim) {
        return shelf(claim).stream().filter(claim::covers)
                .filter(allowance -> !allowance.figures().rule().equals(Overage.REFUSE)).findFirst();
    }

    private List<Allowance> shelf(Claim claim) {
        return shelves.getOrDefault(new Shelf(claim.holder(), claim.meter()), List.of());
    }

    private Allowance allowance(Part part) {
        var allowance = byId.get(part.allowance());
        if (allowance == null) {
            throw new IllegalStateException("allowance " + part.allowance() + " holds units and was not locked");
        }
        return allowance;
    }

    private record Shelf(Holder holder, MeterKey meter) {
    }
}
