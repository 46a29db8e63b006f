package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes granted units away again: what is spent last first, and only what is neither used nor held. */
public final class Reduction {
    private static final long HUNDRED = 100;
    private final List<Allowance> lastFirst;

    /** Of what is open at that moment. */
    public Reduction(Collection<Allowance> allowances, MeterKey meter, Instant now) {
        this.lastFirst = allowances.stream()
                .filter(allowance -> allowance.meter().equals(meter) && allowance.lifetime().openAt(now))
                .sorted(Allowance.SPENDING_ORDER.reversed()).toList();
    }

    /** The most that can be taken. */
    public long free() {
        return lastFirst.stream().mapToLong(allowance -> free(allowance.figures())).sum();
    }

    /** How that many units are taken; not more than {@link #free}. */
    public List<Cut> cuts(long quantity) {
        var cuts = new ArrayList<Cut>();
        long wanted = quantity;
        for (var allowance : lastFirst) {
            long taken = Math.min(wanted, free(allowance.figures()));
            if (taken > 0) {
                cuts.add(new Cut(allowance, taken));
                wanted -= taken;
            }
        }
        if (wanted > 0) {
            throw new IllegalStateException(quantity + " units are not free");
        }
        return cuts;
    }

    /** Overage that was counted as a share of what was granted must remain within that share. */
    public static long free(Figures figures) {
        var percent = figures.rule().percent();
        if (percent.isEmpty() || figures.overage() == 0) {
            return figures.free();
        }
        long needed = -Math.floorDiv(-figures.overage() * HUNDRED, percent.getAsInt());
        return Math.max(0, Math.min(figures.free(), figures.granted() - needed));
    }

    /** So many units off an allowance. */
    public record Cut(Allowance allowance, long quantity) {
    }
}
