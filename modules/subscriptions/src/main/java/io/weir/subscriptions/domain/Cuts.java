package io.weir.subscriptions.domain;

import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.subscriptions.domain.History.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A span, cut where an account's periods of a plan began or would have begun. */
public final class Cuts {
    private final Cadence cadence;
    private final Instant until;
    private final List<Piece> pieces = new ArrayList<>();
    private Instant from;

    private Cuts(Cadence cadence, Period span) {
        this.cadence = cadence;
        this.from = span.from();
        this.until = span.until().orElseThrow();
    }

    /** @param runs all that the account had in the span, in order of time */
    public static List<Piece> of(Cadence cadence, Period span, UUID plan, List<Run> runs,
            Function<Run, Piece> had) {
        var cuts = new Cuts(cadence, span);
        var anchor = anchor(plan, runs).orElse(span.from());
        runs.stream().filter(run -> run.isOf(plan) && !rests(run, runs)).filter(cuts::isWithin).forEach(run -> {
            cuts.fill(anchor, run.period().from());
            cuts.take(had.apply(run));
        });
        cuts.fill(anchor, cuts.until);
        return cuts.pieces;
    }

    private static Optional<Instant> anchor(UUID plan, List<Run> runs) {
        return runs.stream().min(Comparator.comparing((Run run) -> !run.isOf(plan))
                .thenComparing(run -> run.subscription().isFree()).thenComparing(run -> run.period().from()))
                .map(run -> run.subscription().anchor());
    }

    /** A free plan under one that was paid for is not what the account used. */
    private static boolean rests(Run run, List<Run> runs) {
        return run.subscription().isFree() && runs.stream().anyMatch(other -> !other.subscription().isFree()
                && other.period().over().map(run.period().from()::isBefore).orElse(true)
                && run.period().over().map(other.period().from()::isBefore).orElse(true));
    }

    private boolean isWithin(Run run) {
        var over = run.period().over();
        return run.period().isWhole() && over.isPresent() && !over.get().isAfter(until)
                && !run.period().from().isBefore(from);
    }

    private void take(Piece piece) {
        pieces.add(piece);
        from = piece.until();
    }

    private void fill(Instant anchor, Instant end) {
        while (from.isBefore(end)) {
            var next = cadence.next(anchor, from);
            boolean clipped = next.filter(boundary -> !boundary.isAfter(end)).isEmpty();
            var planned = cadence.isBoundary(anchor, from) ? next : cadence.first(from).until();
            take(new Piece(from, clipped ? end : next.get(), planned, Optional.empty()));
        }
    }
}
