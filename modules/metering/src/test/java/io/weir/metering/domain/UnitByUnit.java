package io.weir.metering.domain;

import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.id;

import io.weir.metering.api.Overage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rules of admission in the plainest form there is: one unit at a time, one demand at a time. */
final class UnitByUnit {
    private final Map<UUID, long[]> figures = new HashMap<>();
    private final Map<UUID, Overage> rules = new HashMap<>();
    private final Map<UUID, List<UUID>> held = new HashMap<>();
    private final List<Allowance> order;
    private long usage;

    UnitByUnit(List<Allowance> allowances) {
        allowances.forEach(a -> rules.put(a.id(), a.figures().rule()));
        allowances.forEach(a -> figures.put(a.id(), new long[] {a.figures().granted(), 0, 0, 0}));
        order = allowances.stream().filter(a -> a.lifetime().openAt(NOON))
                .sorted(Comparator.comparing((Allowance a) -> a.lifetime().endsAt().map(e -> e.toEpochMilli())
                        .orElse(Long.MAX_VALUE))
                        .thenComparing(a -> a.lifetime().createdAt()).thenComparing(Allowance::id)).toList();
    }

    boolean charge(long quantity) {
        if (free() < quantity) {
            return false;
        }
        chargeUpTo(quantity);
        return true;
    }

    boolean reserve(int reservation, long quantity) {
        if (free() < quantity) {
            return false;
        }
        var units = new ArrayList<UUID>();
        for (long i = 0; i < quantity; i++) {
            var from = first();
            figures.get(from)[2]++;
            units.add(from);
        }
        held.put(id(reservation), units);
        return true;
    }

    /** Answers how many were charged, overage included. */
    long settle(int reservation, long quantity) {
        long charged = 0;
        for (var unit : held.remove(id(reservation))) {
            figures.get(unit)[2]--;
            if (charged < quantity) {
                figures.get(unit)[1]++;
                usage++;
                charged++;
            }
        }
        charged += chargeUpTo(quantity - charged);
        return charged + exceed(quantity - charged);
    }

    /** An event: all of it or nothing. */
    boolean report(long quantity) {
        long room = bearer().map(this::room).orElse(0L);
        if (room < quantity - Math.min(quantity, free())) {
            return false;
        }
        exceed(quantity - chargeUpTo(quantity));
        return true;
    }

    private long exceed(long quantity) {
        long exceeded = 0;
        while (exceeded < quantity && bearer().filter(b -> room(b) > 0).isPresent()) {
            figures.get(bearer().get())[3]++;
            usage++;
            exceeded++;
        }
        return exceeded;
    }

    private Optional<UUID> bearer() {
        return order.stream().map(Allowance::id).filter(id -> !rules.get(id).equals(Overage.REFUSE)).findFirst();
    }

    private long room(UUID allowance) {
        var f = figures.get(allowance);
        return rules.get(allowance).percent().isEmpty() ? Long.MAX_VALUE
                : f[0] * rules.get(allowance).percent().getAsInt() / 100 - f[3];
    }

    long chargeUpTo(long quantity) {
        long charged = 0;
        while (charged < quantity && free() > 0) {
            figures.get(first())[1]++;
            usage++;
            charged++;
        }
        return charged;
    }

    void release(int reservation) {
        held.remove(id(reservation)).forEach(unit -> figures.get(unit)[2]--);
    }

    Figures figures(UUID allowance) {
        var f = figures.get(allowance);
        return new Figures(f[0], f[1], f[2], f[3], rules.get(allowance));
    }

    long usage() {
        return usage;
    }

    private UUID first() {
        return order.stream().filter(a -> free(a.id()) > 0).findFirst().orElseThrow().id();
    }

    private long free() {
        return order.stream().mapToLong(a -> free(a.id())).sum();
    }

    private long free(UUID allowance) {
        var f = figures.get(allowance);
        return f[0] - f[1] - f[2];
    }
}
