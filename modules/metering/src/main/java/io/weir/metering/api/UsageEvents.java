package io.weir.metering.api;

import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Takes in usage that others have measured. The stage completes once every event's fate is durable, with one answer for
 * each in their order; it fails as a whole with {@code UNAVAILABLE} when the database does not answer, and then the
 * same
 * events may be sent again: those that were taken are duplicates. An event is known as long as its usage is kept.
 */
public interface UsageEvents {
    CompletionStage<List<Ack>> report(TenantId tenant, long credentialEpoch, List<UsageEvent> events);

    /** What became of an event. */
    sealed interface Ack {
        /** Counted now. */
        record Accepted(UUID usage) implements Ack {
        }

        /** Counted before, from the same event. */
        record Duplicate(UUID usage) implements Ack {
        }

        /** Another event was counted under this source and id ({@code EVENT_CONFLICT}). */
        record Conflict(UUID usage) implements Ack {
        }

        /**
         * Not counted, and why: {@code QUOTA_EXCEEDED}, {@code EVENT_TOO_OLD} (older than what is kept), {@code
         * EVENT_IN_FUTURE} (more than five minutes ahead).
         */
        record Rejected(String code) implements Ack {
        }

        /** A credential was revoked since the caller was verified: nothing was counted, ask again. */
        record Stale() implements Ack {
        }
    }
}
