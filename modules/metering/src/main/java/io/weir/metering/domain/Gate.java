package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvents.Ack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decides one batch, in arrival order, over what its transaction has locked. Deterministic: time and new ids are given.
 * The answers may leave once the {@link #changes} are durable.
 */
public final class Gate {
    private final Books books;
    private final EventDesk events;
    private final Map<Key, Reservation> reservations = new HashMap<>();
    private final long credentialEpoch;
    private final List<Reservation> made = new ArrayList<>();
    private final Set<Reservation> turned = new LinkedHashSet<>();

    public Gate(Locked locked, Moments now, Supplier<UUID> ids) {
        this.books = new Books(locked, now, ids);
        this.events = new EventDesk(books, locked.events());
        this.credentialEpoch = locked.credentialEpoch();
        locked.reservations().forEach(r -> reservations.put(new Key(r.terms().holder(), r.terms().id()), r));
    }

    public Answer decide(Ask ask) {
        try {
            if (ask.verifiedAt() < credentialEpoch) {
                return ask instanceof Ask.Report ? new Answer.Reported(new Ack.Stale())
                        : new Answer.Decided(new Decision.Stale());
            } else if (ask instanceof Ask.Charge charge) {
                return new Answer.Decided(charge(charge));
            } else if (ask instanceof Ask.Reserve reserve) {
                return new Answer.Decided(reserve(reserve));
            } else if (ask instanceof Ask.Report report) {
                return new Answer.Reported(events.report(report));
            } else if (ask instanceof Ask.Settle settle) {
                return settle(settle);
            }
            return new Answer.GivenBack(giveBack(find(ask), ask));
        } catch (RefusedException refused) {
            return new Answer.Refused(refused.refusal());
        }
    }

    public Changes changes() {
        return new Changes(books.allowances().changes(), books.remembered(), List.copyOf(books.usages()),
                List.copyOf(made), List.copyOf(turned), events.counted(), List.copyOf(books.alerts()));
    }

    private Decision charge(Ask.Charge ask) {
        var wanted = wanted(ask.holder(), ask.demand());
        var obstacle = obstacle(ask.holder(), wanted);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var call = new Call(ask.facts(), ask.demand().operation(), Optional.empty());
        var lines = new ArrayList<Decision.Line>(wanted.size());
        for (var units : wanted) {
            var claim = books.claim(ask.holder(), units.meter());
            books.allowances().charge(claim, units.quantity());
            books.spend(claim, units.quantity());
            books.use(call, claim, new Taken(units.quantity(), 0));
            lines.add(books.line(claim, units.quantity()));
        }
        return new Decision.Admitted(call.first(), lines, Optional.empty());
    }

    private Decision reserve(Ask.Reserve ask) {
        var demand = ask.demand();
        var wanted = wanted(ask.holder(), demand);
        var obstacle = obstacle(ask.holder(), wanted);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var parts = new ArrayList<Part>(wanted.size());
        var lines = new ArrayList<Decision.Line>(wanted.size());
        for (var units : wanted) {
            var claim = books.claim(ask.holder(), units.meter());
            parts.addAll(books.allowances().hold(claim, units.quantity()).orElseThrow());
            books.spend(claim, units.quantity());
            lines.add(books.line(claim, units.quantity()));
        }
        var expiresAt = books.now().wall().plus(demand.holdFor());
        var terms = new Reservation.Terms(ask.holder(), books.newId(), demand.operation(),
                books.now().of(ask.holder().tenant()), expiresAt);
        made.add(Reservation.held(terms, parts));
        return new Decision.Admitted(terms.id(), lines, Optional.of(expiresAt));
    }

    private List<Units> wanted(Holder holder, Demand demand) {
        if (demand.whereMetered().isEmpty()) {
            return demand.units();
        }
        var wanted = new ArrayList<>(demand.units());
        demand.whereMetered().stream().filter(units -> books.allowances().meters(books.claim(holder, units.meter())))
                .forEach(wanted::add);
        return wanted;
    }

    /** The first that stands in the way of any of it: nothing is taken before all of it is known to fit. */
    private Optional<Decision> obstacle(Holder holder, List<Units> wanted) {
        for (var units : wanted) {
            var obstacle = books.obstacle(holder, units);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    private Answer settle(Ask.Settle ask) {
        var reservation = find(ask);
        boolean open = reservation.settlement().isEmpty();
        var settlement = new Settling(books, reservation, ask).settlement();
        if (open) {
            turned.add(reservation);
        }
        return new Answer.Settled(settlement);
    }

    private boolean giveBack(Reservation reservation, Ask ask) {
        boolean given = ask instanceof Ask.Expire ? reservation.expire(books.now().wall()) : reservation.release();
        if (given) {
            books.allowances().release(reservation.parts());
            for (var part : reservation.parts()) {
                books.takeBack(books.claim(ask.holder(), part.meter()), part.quantity(), reservation.terms().heldAt());
            }
            turned.add(reservation);
        }
        return given;
    }

    private Reservation find(Ask ask) {
        var id = ask.about().orElseThrow();
        return Optional.ofNullable(reservations.get(new Key(ask.holder(), id)))
                .orElseThrow(() -> Refusal.notFound("RESERVATION_NOT_FOUND").asException());
    }

    private record Key(Holder holder, UUID id) {
    }
}
