package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Decision;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import java.time.Instant;
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
    private final AllowanceBook book;
    private final Map<Key, Reservation> reservations = new HashMap<>();
    private final long credentialEpoch;
    private final Moments now;
    private final Supplier<UUID> ids;
    private final List<Usage> usages = new ArrayList<>();
    private final List<Reservation> made = new ArrayList<>();
    private final Set<Reservation> turned = new LinkedHashSet<>();

    public Gate(Locked locked, Moments now, Supplier<UUID> ids) {
        this.book = new AllowanceBook(locked.allowances());
        this.credentialEpoch = locked.credentialEpoch();
        this.now = now;
        this.ids = ids;
        locked.reservations().forEach(r -> reservations.put(new Key(r.terms().holder(), r.terms().id()), r));
    }

    public Answer decide(Ask ask) {
        try {
            if (ask.verifiedAt() < credentialEpoch) {
                return new Answer.Decided(new Decision.Stale());
            } else if (ask instanceof Ask.Charge charge) {
                return new Answer.Decided(charge(charge));
            } else if (ask instanceof Ask.Reserve reserve) {
                return new Answer.Decided(reserve(reserve));
            } else if (ask instanceof Ask.Commit commit) {
                return new Answer.Settled(commit(commit));
            }
            return new Answer.GivenBack(giveBack(find(ask), ask));
        } catch (RefusedException refused) {
            return new Answer.Refused(refused.refusal());
        }
    }

    public Changes changes() {
        return new Changes(book.changes(), List.copyOf(usages), List.copyOf(made), List.copyOf(turned));
    }

    private Decision charge(Ask.Charge ask) {
        var demand = ask.demand();
        var claim = claim(ask.holder(), demand.meter());
        if (book.charge(claim, demand.quantity()).isEmpty()) {
            return exhausted(claim);
        }
        var usage = new Usage(ids.get(), claim, demand.quantity(), ask.facts(), Optional.empty());
        usages.add(usage);
        return admitted(usage.id(), claim, demand.quantity(), Optional.empty());
    }

    private Decision reserve(Ask.Reserve ask) {
        var demand = ask.demand();
        var claim = claim(ask.holder(), demand.meter());
        var parts = book.hold(claim, demand.quantity());
        if (parts.isEmpty()) {
            return exhausted(claim);
        }
        var expiresAt = now.wall().plus(demand.holdFor());
        var terms = new Reservation.Terms(ask.holder(), ids.get(), demand.meter(), demand.quantity(), expiresAt);
        made.add(Reservation.held(terms, parts.get()));
        return admitted(terms.id(), claim, demand.quantity(), Optional.of(expiresAt));
    }

    private Settlement commit(Ask.Commit ask) {
        var reservation = find(ask);
        if (reservation.settlement().isPresent()) {
            return reservation.settlement().get();
        }
        reservation.requireCommittable();
        var claim = claim(ask.holder(), reservation.terms().meter());
        long charged = reservation.state() == Reservation.State.HELD
                ? book.settle(claim, reservation.parts(), ask.quantity())
                : book.chargeUpTo(claim, ask.quantity());
        if (charged == 0) {
            throw Refusal.conflict("RESERVATION_EXPIRED").asException();
        }
        var id = ids.get();
        usages.add(new Usage(id, claim, charged, ask.facts(), Optional.of(ask.reservation())));
        var settlement = new Settlement(id, claim.meter(), charged, book.standing(claim).remaining());
        reservation.commit(settlement);
        turned.add(reservation);
        return settlement;
    }

    private boolean giveBack(Reservation reservation, Ask ask) {
        boolean given = ask instanceof Ask.Expire ? reservation.expire(now.wall()) : reservation.release();
        if (given) {
            book.release(reservation.parts());
            turned.add(reservation);
        }
        return given;
    }

    private Decision admitted(UUID id, Claim claim, long quantity, Optional<Instant> expiresAt) {
        return new Decision.Admitted(id, claim.meter(), quantity, book.standing(claim).remaining(), expiresAt);
    }

    private Decision exhausted(Claim claim) {
        var standing = book.standing(claim);
        return new Decision.Exhausted(claim.meter(), standing.used(), standing.granted(), standing.lastEnd());
    }

    private Claim claim(Holder holder, MeterKey meter) {
        return new Claim(holder, meter, now.of(holder.tenant()));
    }

    private Reservation find(Ask ask) {
        var id = ask.about().orElseThrow();
        return Optional.ofNullable(reservations.get(new Key(ask.holder(), id)))
                .orElseThrow(() -> Refusal.notFound("RESERVATION_NOT_FOUND").asException());
    }

    private record Key(Holder holder, UUID id) {
    }
}
