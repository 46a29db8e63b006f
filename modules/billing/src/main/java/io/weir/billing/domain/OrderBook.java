package io.weir.billing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Priced orders of the bound tenant. */
public interface OrderBook {
    void add(StoredOrder order);

    /** Makes this transaction the only one that changes it. */
    Optional<StoredOrder> lockOrder(UUID order);

    /** Open ones from before then, in the order of their ids, behind that one. */
    List<UUID> openBefore(Instant moment, String after, int most);
}
