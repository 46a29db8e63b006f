package io.weir.systemtests.admission;

import io.weir.systemtests.harness.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Callers of every kind who go on until the server is gone, and remember what they were answered. */
final class CrashLoad {
    /** Usages of answered charges, answered settlements, and events that were answered as counted. */
    final Set<String> charged = ConcurrentHashMap.newKeySet();
    final Set<String> settled = ConcurrentHashMap.newKeySet();
    final Set<String> reported = ConcurrentHashMap.newKeySet();
    /** Events whose answer was lost with the server. */
    final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Api api;

    CrashLoad(Api api) {
        this.api = api;
    }

    int answered() {
        return charged.size() + settled.size() + reported.size();
    }

    /** Starts four who charge, two who reserve and settle, and two who report events. */
    ExecutorService start() {
        var pool = Executors.newFixedThreadPool(8);
        var gone = new AtomicBoolean();
        IntStream.range(0, 4).forEach(i -> pool.submit(() -> untilGone(gone, this::charge)));
        IntStream.range(0, 2).forEach(i -> pool.submit(() -> untilGone(gone, this::reserveAndSettle)));
        IntStream.range(0, 2).forEach(i -> pool.submit(() -> untilGone(gone, this::report)));
        return pool;
    }

    static boolean awaitEnd(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        return pool.awaitTermination(90, TimeUnit.SECONDS);
    }

    private static void untilGone(AtomicBoolean gone, Runnable call) {
        while (!gone.get() && !Thread.currentThread().isInterrupted()) {
            try {
                call.run();
            } catch (RuntimeException connectionLost) {
                gone.set(true);
            }
        }
    }

    private void charge() {
        var answer = api.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 1));
        if (answer.status() == 201) {
            charged.add(answer.text("id"));
        }
    }

    private void reserveAndSettle() {
        var held = ReservationIT.reserve(api, 5);
        if (held.status() == 201 && ReservationIT.settle(api, held, 3).status() == 200) {
            settled.add(held.text("id"));
        }
    }

    private void report() {
        var ids = IntStream.range(0, 5).mapToObj(i -> Api.word()).toList();
        unanswered.addAll(ids);
        if (send(ids)) {
            reported.addAll(ids);
            ids.forEach(unanswered::remove);
        }
    }

    /** Sends events again whose answer was lost: each is counted now, or was before. */
    boolean send(List<String> ids) {
        return EventsIT.post(api, ids.stream().map(id -> EventsIT.event(id, 2)).toList()).status() == 202;
    }
}
