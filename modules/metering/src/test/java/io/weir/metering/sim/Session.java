package io.weir.metering.sim;

import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchFailure.Kind;
import io.weir.metering.domain.BatchStore;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Locked;
import io.weir.metering.domain.Moments;
import java.util.UUID;

/** A node's connection: a transaction that others may overtake at every step, and that may end at every step. */
final class Session implements BatchStore {
    private final SimulatedDatabase database;
    private final World world;
    private final int node;
    private Changes pending;
    private Moments at;
    private UUID batch;
    private boolean dead;

    Session(SimulatedDatabase database, World world, int node) {
        this.database = database;
        this.world = world;
        this.node = node;
    }

    @Override
    public boolean isConnected() {
        return !dead;
    }

    @Override
    public Locked lock(Agenda agenda, Moments now) {
        step();
        var holders = agenda.accounts().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(account -> new Holder(e.getKey(), account))).toList();
        if (!holders.stream().allMatch(database::isFree)) {
            throw new BatchFailure(Kind.CONTENDED, null);
        }
        holders.forEach(holder -> database.locks.put(holder, this));
        var locked = database.tables.read(agenda, now);
        step();
        return locked;
    }

    @Override
    public void write(Changes changes, UUID id, Moments now) {
        step();
        pending = changes;
        batch = id;
        at = now;
        step();
    }

    @Override
    public void commit() {
        step();
        database.tables.apply(pending);
        database.lastBatches.put(node, batch);
        world.committed(pending, at);
        end();
        step();
    }

    @Override
    public void rollback() {
        end();
    }

    @Override
    public void discard() {
        end();
    }

    @Override
    public boolean committed(UUID id) {
        if (dead) {
            throw new Crash();
        }
        return id.equals(database.lastBatches.get(node));
    }

    private void step() {
        if (dead) {
            throw new Crash();
        }
        try {
            world.between();
        } catch (Crash crash) {
            dead = true;
            end();
            throw crash;
        }
    }

    private void end() {
        pending = null;
        database.locks.values().removeIf(this::equals);
    }
}
