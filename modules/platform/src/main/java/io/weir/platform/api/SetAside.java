package io.weir.platform.api;

import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Works off what is due of a tenant, page by page, so that a piece that can't be done does not keep the others waiting:
 * it is put aside, logged, shown to administrators, and tried again after 1 min, 2 min, 4 min … at most 6 h.
 */
public interface SetAside {
    /**
     * Until nothing more is due, {@code goOn} says no, or the thread is interrupted. In no transaction of the caller's.
     * Fails when so much is aside that it can't be the pieces' own fault, or when it can't be written down.
     *
     * @param job whose pieces these are, such as {@code billing.draft-usage}
     * @return whether nothing more is due, except what is aside
     */
    boolean workOff(TenantId tenant, String job, Pieces pieces, BooleanSupplier goOn);

    /** What is aside, the latest first; at most 200. */
    List<Piece> of(TenantId tenant);

    /** It is tried with the next run; false when there is none of that id. Audited. */
    boolean retry(TenantId tenant, UUID id);

    /** What is to be done, known by the ids of what it is done with. */
    interface Pieces {
        /** The first that are due, in the order in which they are to be done; what is aside stays among them. */
        List<UUID> due(int most);

        /** All or none, in a transaction of its own. Those that are not due any more are left alone. */
        void work(List<UUID> page);
    }

    /** {@code subject}: what it was to be done with. {@code error}: kinds and places, without values. */
    record Piece(UUID id, String job, UUID subject, int attempts, Instant since, Instant retryAt, String error) {
    }
}
