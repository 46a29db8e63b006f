package io.weir.subscriptions.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of the bound tenant's plans is to be billed: periods that are over, and those that are to go on. */
public interface EndingPlans {
    /** Paid ones that go on by an invoice which is not out, and whose period ends by then. */
    List<UUID> toRenew(Instant endsBy, int most);

    /** The end of the first of them that ends after that. */
    Optional<Instant> nextEnd(Instant after);

    /** Periods with a price for usage that are over by then and not billed. */
    List<UUID> toBill(Instant over, int most);

    /** When the first of them is over after that. */
    Optional<Instant> nextToBill(Instant after);
}
