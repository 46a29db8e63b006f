package io.weir.paymentgateways.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One delivery to make of an event. {@code copy}: the first is zero. {@code badSignature}: of its first try. */
record Sending(SandboxEvent event, int copy, boolean badSignature, Instant at) {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** About half a day of tries, the pauses doubling. */
    static final int TRIES = 20;

    /** What a script makes of events: none when they are lost, and the rest in the order in which it leaves. */
    static List<Sending> of(List<SandboxEvent> events, Script script, Instant now) {
        if (script.lost()) {
            return List.of();
        }
        var ordered = new ArrayList<>(events);
        if (script.reorder()) {
            Collections.reverse(ordered);
        }
        var sendings = new ArrayList<Sending>();
        for (var event : ordered) {
            for (int copy = 0; copy <= script.duplicates(); copy++) {
                sendings.add(new Sending(event, copy, script.badSignature() && copy == 0,
                        now.plusSeconds(script.delay())));
            }
        }
        return sendings;
    }

    /** When a try that failed is repeated: 1, 2, 4 … seconds later, at most an hour. */
    static Instant again(int failures, Instant now) {
        var pause = Duration.ofSeconds(1L << Math.min(failures - 1, 20));
        return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
