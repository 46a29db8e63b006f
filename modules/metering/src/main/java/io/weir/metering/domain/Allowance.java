package io.weir.metering.domain;

import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A locked allowance: its figures as the database had them, and as this batch leaves them. */
public final class Allowance {
    static final Comparator<Allowance> SPENDING_ORDER = Comparator
            .comparing((Allowance allowance) -> allowance.lifetime, Lifetime.SPENDING_ORDER)
            .thenComparing(Allowance::id);

    private final UUID id;
    private final Holder holder;
    private final MeterKey meter;
    private final Lifetime lifetime;
    private final Figures before;
    private Figures figures;

    public Allowance(UUID id, Holder holder, MeterKey meter, Lifetime lifetime, Figures figures) {
        this.id = id;
        this.holder = holder;
        this.meter = meter;
        this.lifetime = lifetime;
        this.before = figures;
        this.figures = figures;
    }

    boolean openAt(Instant moment) {
        return lifetime.openAt(moment);
    }

    void charge(long quantity) {
        figures = figures.charge(quantity);
    }

    void hold(long quantity) {
        figures = figures.hold(quantity);
    }

    void settle(long held, long charged) {
        figures = figures.settle(held, charged);
    }

    /** Counts what was used beyond what was granted. */
    void exceed(long quantity) {
        figures = figures.exceed(quantity);
    }

    boolean changed() {
        return !figures.equals(before);
    }

    AllowanceChange change() {
        return new AllowanceChange(holder, meter, id, figures.used() - before.used(),
                figures.reserved() - before.reserved(), figures.overage() - before.overage());
    }

    public UUID id() {
        return id;
    }

    public Holder holder() {
        return holder;
    }

    public MeterKey meter() {
        return meter;
    }

    public Lifetime lifetime() {
        return lifetime;
    }

    public Figures figures() {
        return figures;
    }
}
