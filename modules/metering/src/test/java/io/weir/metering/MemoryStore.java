package io.weir.metering;

import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.BatchStore;
import io.weir.metering.domain.Changes;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Locked;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A database in memory with one transaction at a time, and faults that strike at the next call of a kind. */
public final class MemoryStore implements BatchStore {
    private final MemoryTables tables = new MemoryTables();
    private final Map<Step, Deque<Runnable>> faults = new EnumMap<>(Step.class);
    private final List<Integer> batchSizes = new ArrayList<>();
    private UUID lastBatch;
    private UUID writing;
    private Changes written;

    public MemoryStore(Allowance... allowances) {
        for (var allowance : allowances) {
            tables.put(allowance);
        }
    }

    /** Runs before the next such step, and may throw. */
    public synchronized void strike(Step step, Runnable fault) {
        faults.computeIfAbsent(step, s -> new ArrayDeque<>()).add(fault);
    }

    public synchronized void credentialEpoch(long epoch) {
        tables.credentialEpoch = epoch;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public Locked lock(Agenda agenda, Moments now) {
        hit(Step.LOCK);
        synchronized (this) {
            return tables.read(agenda, now);
        }
    }

    @Override
    public void write(Changes changes, UUID batch, Moments now) {
        hit(Step.WRITE);
        written = changes;
        writing = batch;
    }

    @Override
    public void commit() {
        hit(Step.BEFORE_COMMIT);
        synchronized (this) {
            tables.apply(written);
            batchSizes.add(written.usages().size() + written.made().size());
            lastBatch = writing;
        }
        hit(Step.AFTER_COMMIT);
    }

    @Override
    public void rollback() {
        written = null;
    }

    @Override
    public boolean committed(UUID batch) {
        hit(Step.LOOK_UP);
        return batch.equals(lastBatch);
    }

    @Override
    public void discard() {
        written = null;
    }

    public synchronized Figures figures(UUID allowance) {
        return tables.allowances.get(allowance).figures();
    }

    public synchronized List<Usage> usages() {
        return List.copyOf(tables.usages);
    }

    public synchronized List<Integer> batchSizes() {
        return List.copyOf(batchSizes);
    }

    private void hit(Step step) {
        Runnable fault;
        synchronized (this) {
            fault = faults.getOrDefault(step, new ArrayDeque<>()).poll();
        }
        if (fault != null) {
            fault.run();
        }
    }

    /** Where a fault may strike. */
    public enum Step { LOCK, WRITE, BEFORE_COMMIT, AFTER_COMMIT, LOOK_UP }
}
