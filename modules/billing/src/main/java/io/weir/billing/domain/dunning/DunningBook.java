package io.weir.billing.domain.dunning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the dunning of the bound tenant's invoices is kept, by their ids. What is locked is read anew. */
public interface DunningBook {
    void add(StoredDunning begun);

    Optional<StoredDunning> find(UUID invoice);

    /** The invoice is locked before. */
    Optional<StoredDunning> lock(UUID invoice);

    /** Open invoices that nobody has begun with. */
    List<UUID> unbegun(int most);

    /** Those with a step due by then, in the order of their ids, after that one. */
    List<UUID> due(Instant by, UUID after, int most);

    /** When the next step is due after that. */
    Optional<Instant> next(Instant after);

    void note(DunningEvent event);

    /** The newest first. */
    List<DunningEvent> events(UUID invoice);
}
