package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Actual;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one reservation into usage. How much of each meter that is, is known before anything is touched. */
final class Settling {
    private final Books books;
    private final Reservation reservation;
    private final Ask.Settle ask;

    Settling(Books books, Reservation reservation, Ask.Settle ask) {
        this.books = books;
        this.reservation = reservation;
        this.ask = ask;
    }

    /**
     * The one that was answered before, if there was one. Refused: {@code RESERVATION_RELEASED}, {@code
     * RESERVATION_SETTLED} at other quantities, {@code RESERVATION_EXPIRED} when nothing at all could be charged, and
     * what the caller's {@link Actual} refuses.
     */
    Settlement settlement() {
        reservation.requireSettleable();
        var holds = reservation.holds();
        var asked = asked(holds);
        var before = reservation.settlement();
        if (before.isPresent()) {
            return repeated(asked, before.get());
        }
        var taken = new LinkedHashMap<MeterKey, Taken>();
        asked.forEach((meter, quantity) -> taken.put(meter, take(meter, holds.get(meter), quantity)));
        if (reservation.state() == Reservation.State.EXPIRED && any(asked.values())
                && !any(taken.values().stream().map(Taken::all).toList())) {
            throw Refusal.conflict("RESERVATION_EXPIRED").asException();
        }
        var settlement = new Settlement(ask.reservation(), lines(asked, taken));
        reservation.settle(settlement);
        return settlement;
    }

    private Map<MeterKey, Long> asked(Map<MeterKey, List<Part>> holds) {
        var asked = new LinkedHashMap<MeterKey, Long>();
        holds.forEach((meter, parts) -> {
            var hold = new Actual.Hold(meter, sum(parts), reservation.terms().operation());
            asked.put(meter, new Units(meter, ask.actual().of(hold)).quantity());
        });
        return asked;
    }

    private static Settlement repeated(Map<MeterKey, Long> asked, Settlement before) {
        for (var line : before.lines()) {
            if (!asked.getOrDefault(line.meter(), 0L).equals(line.asked())) {
                throw Refusal.conflict("RESERVATION_SETTLED").asException();
            }
        }
        return before;
    }

    private Taken take(MeterKey meter, List<Part> parts, long quantity) {
        var claim = books.claim(ask.holder(), meter);
        if (reservation.state() != Reservation.State.HELD) {
            var taken = books.allowances().chargeUpTo(claim, quantity);
            books.spend(claim, taken.all());
            return taken;
        }
        var taken = books.allowances().settle(claim, parts, quantity);
        long more = taken.all() - sum(parts);
        if (more >= 0) {
            books.spend(claim, more);
        } else {
            books.takeBack(claim, -more, reservation.terms().heldAt());
        }
        return taken;
    }

    private List<Settlement.Line> lines(Map<MeterKey, Long> asked, Map<MeterKey, Taken> taken) {
        var call = new Call(ask.facts(), reservation.terms().operation(), Optional.of(ask.reservation()));
        var lines = new ArrayList<Settlement.Line>();
        asked.forEach((meter, quantity) -> {
            var claim = books.claim(ask.holder(), meter);
            var used = taken.get(meter);
            var usage = used.all() == 0 ? Optional.<Usage>empty() : Optional.of(books.use(call, claim, used));
            lines.add(new Settlement.Line(meter, usage.map(Usage::id), quantity, used.all(), used.overage(),
                    books.allowances().standing(claim).remaining()));
        });
        return lines;
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::quantity).sum();
    }

    private static boolean any(Iterable<Long> quantities) {
        for (long quantity : quantities) {
            if (quantity > 0) {
                return true;
            }
        }
        return false;
    }
}
