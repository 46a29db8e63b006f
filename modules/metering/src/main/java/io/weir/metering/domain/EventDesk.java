package io.weir.metering.domain;

import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents.Ack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what others have measured: each event once, whole or not at all, in the period that its meter's rule says. */
final class EventDesk {
    /** Senders' clocks differ by so much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private final Books books;
    private final Map<Key, KnownEvent> known = new HashMap<>();
    private final List<CountedEvent> counted = new ArrayList<>();

    EventDesk(Books books, Collection<KnownEvent> before) {
        this.books = books;
        before.forEach(event -> known.put(new Key(event.holder(), event.key()), event));
    }

    Ack report(Ask.Report ask) {
        var event = ask.event();
        var fingerprint = HexFormat.of().formatHex(event.fingerprint());
        var before = known.get(new Key(ask.holder(), ask.key()));
        var now = books.now().of(ask.holder().tenant());
        if (before != null) {
            return before.fingerprint().equals(fingerprint) ? new Ack.Duplicate(before.usage())
                    : new Ack.Conflict(before.usage());
        } else if (event.time().isAfter(now.plus(AHEAD))) {
            return new Ack.Rejected("EVENT_IN_FUTURE");
        } else if (event.time().isBefore(ask.oldest())) {
            return new Ack.Rejected("EVENT_TOO_OLD");
        }
        var usage = usage(ask, claim(ask, now));
        usage.ifPresent(used -> {
            known.put(new Key(ask.holder(), ask.key()),
                    new KnownEvent(ask.holder(), ask.key(), fingerprint, used.id()));
            counted.add(new CountedEvent(ask.key(), event, used));
        });
        return usage.<Ack>map(used -> new Ack.Accepted(used.id())).orElseGet(() -> new Ack.Rejected("QUOTA_EXCEEDED"));
    }

    List<CountedEvent> counted() {
        return List.copyOf(counted);
    }

    /**
     * Which allowances bear it. Those that have ended only where its meter reopens them; otherwise those that were open
     * then and still are, or, where there is none, those of now.
     */
    private Claim claim(Ask.Report ask, Instant now) {
        var meter = ask.event().units().meter();
        var time = ask.event().time().truncatedTo(ChronoUnit.MILLIS);
        // Nothing is used before its time: who is ahead has a clock that is.
        var moment = time.isAfter(now) ? now : time;
        if (ask.late() == LateEvents.REOPEN) {
            return new Claim(ask.holder(), meter, moment);
        }
        var still = new Claim(ask.holder(), meter, moment, now);
        return books.allowances().meters(still) ? still : new Claim(ask.holder(), meter, now);
    }

    private Optional<Usage> usage(Ask.Report ask, Claim claim) {
        UsageEvent event = ask.event();
        return books.allowances().chargeBeyond(claim, event.units().quantity()).map(taken -> {
            books.spend(claim, taken.all());
            return books.use(new Call(event.facts(), Optional.empty(), Optional.empty()), claim, taken);
        });
    }

    private record Key(Holder holder, EventKey key) {
    }
}
