package io.weir.metering.sim;

import io.weir.kernel.api.TenantId;
import io.weir.metering.app.SimulatedNode;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchFailure.Kind;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Moments;
import io.weir.platform.api.Time;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Random;
import java.util.UUID;

/**
 * Several nodes over one database, their clients, and all that can go wrong between any two steps of a batch: another
 * node's batch, which may commit first; a lost connection; a deadlock; the end of the process; a clock that moves on, a
 * grant, a cap. Everything follows from the seed.
 */
final class World {
    private static final int STEPS = 25;
    private static final int NODES = 3;
    private static final int DEEPEST = 2;
    final Random random;
    final SimulatedDatabase database = new SimulatedDatabase();
    final Clock clock = new Clock();
    private final Deque<Integer> idle = new ArrayDeque<>();
    private final Market market;
    private final Clients clients;
    private final Invariants invariants;
    private int depth;
    private long lastId = 1000;
    private int incarnation = NODES;

    World(long seed) {
        random = new Random(seed);
        market = new Market(this);
        clients = new Clients(this);
        invariants = new Invariants(database.tables, clients);
        for (int node = 0; node < NODES; node++) {
            idle.add(node);
        }
    }

    void run() {
        market.begin();
        for (int i = 0; i < STEPS; i++) {
            market.moveOn();
            batch();
        }
        invariants.check();
    }

    UUID newId() {
        return new UUID(4, lastId++);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void committed(Changes changes, Moments now) {
        invariants.committed(changes, now);
    }

    /** Between two steps of a batch. */
    void between() {
        if (depth < DEEPEST && chance(12)) {
            market.moveOn();
            batch();
        }
        int fate = random.nextInt(200);
        if (fate < 3) {
            throw new Crash();
        } else if (fate < 7) {
            throw new BatchFailure(Kind.UNREACHABLE, null);
        } else if (fate < 10) {
            throw new BatchFailure(Kind.CONTENDED, null);
        }
    }

    private void batch() {
        var node = idle.poll();
        if (node == null) {
            return;
        }
        depth++;
        try {
            var session = new Session(database, this, node);
            var asks = new ArrayList<Ask>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                asks.add(clients.ask());
            }
            var answers = new SimulatedNode(session, clock, this::newId, chance(85)).run(asks);
            if (answers.isPresent() && !chance(6)) {
                clients.hear(asks, answers.get());
            }
            idle.add(node);
        } catch (Crash crash) {
            // It comes back under a new name.
            idle.add(incarnation++);
        } finally {
            depth--;
        }
    }

    /** One clock for everybody; it moves when the market says so. */
    static final class Clock implements Time {
        private Instant now = Instant.parse("2026-11-28T12:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Instant now(TenantId tenant) {
            return now;
        }

        void advance(long seconds) {
            now = now.plusSeconds(seconds);
        }
    }
}
