package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.BatchFailure;
import io.weir.metering.domain.BatchStore;
import io.weir.platform.api.Time;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a flusher does with one batch, without its thread: the real run over a simulated database. */
public final class SimulatedNode {
    private static final long FOR_EVER = Long.MAX_VALUE;
    private final BatchRun run;

    /** One without patience never tries again, and never learns what became of a lost commit. */
    public SimulatedNode(BatchStore store, Time time, Supplier<UUID> ids, boolean patient) {
        this.run = new BatchRun(store, time, new Months(tenant -> ZoneOffset.UTC), ids, patient ? FOR_EVER : -1);
    }

    /**
     * A lone ask is tried once by the thread that brings it. Empty when the callers heard that it is unavailable,
     * whatever became of the batch.
     */
    public Optional<List<Answer>> run(List<Ask> asks) {
        try {
            var batch = new Batch(asks.stream().map(Waiting::of).toList());
            return asks.size() > 1 ? run.of(batch) : run.once(batch).or(() -> run.of(batch));
        } catch (BatchFailure | BatchRun.OutcomeUnknown unavailable) {
            return Optional.empty();
        }
    }
}
