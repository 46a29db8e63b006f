package io.weir.metering.sim;

import io.weir.metering.MemoryTables;
import io.weir.metering.domain.Holder;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tables, who has locked which account, and the last batch of each node. */
final class SimulatedDatabase {
    final MemoryTables tables = new MemoryTables();
    final Map<Holder, Session> locks = new HashMap<>();
    final Map<Integer, UUID> lastBatches = new HashMap<>();

    boolean isFree(Holder holder) {
        return !locks.containsKey(holder);
    }
}
