package io.weir.payments.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The inbox of gateway messages: verified, stored once, answered; then worked off with retries. */
public interface Notices {
    /**
     * Refused: {@code SIGNATURE_INVALID} (400), nothing stored but a count. A message stored before is quiet.
     *
     * @return whether it is new
     */
    boolean receive(Delivery delivery);

    /** Newest first. */
    Page<Entry> inbox(TenantId tenant, Filter filter, Page.Request page);

    /** With its body. Refused: {@code NOTICE_NOT_FOUND} (404). */
    Received notice(TenantId tenant, UUID notice);

    /**
     * Has it applied once more, from the start: for one that was given up, or that nothing came of. What it did before
     * it does not do twice. Audited. Refused: {@code NOTICE_NOT_FOUND}.
     */
    void replay(TenantId tenant, UUID notice);

    /**
     * A person has looked at one that needed that: it stands with the applied ones from then on. Audited. Refused:
     * {@code NOTICE_NOT_FOUND}, {@code NOTICE_NEEDS_NOBODY} (409), and {@code VALIDATION_FAILED} on {@code note} (400).
     *
     * @param note 1–500 characters
     */
    void acknowledge(TenantId tenant, UUID notice, UserId by, String note);

    /**
     * Deletes those that need nobody any more and are older than their tenant's {@code payments.notice-days}: applied
     * ones, and acknowledged ones. Run by a job, on one node.
     *
     * @return how many were deleted; {@code most} means there may be more
     */
    int forgetOld(int most);

    /**
     * As it came. {@code named}: the tenant of the address, which counts. Without one the message itself says which
     * order it is about, and {@code host} is whose address it came to otherwise.
     *
     * @param headers lower-case names
     */
    record Delivery(String gateway, Optional<TenantId> named, TenantId host, Map<String, String> headers,
            byte[] body) {
    }

    /** Which notices; {@code search} is part of an event key, a type, a result, or a whole order code. */
    record Filter(Optional<String> gateway, Optional<State> state, Optional<String> search) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * WAITING: to be applied, perhaps after failures. ATTENTION: applied, and a person has to look, until one
     * acknowledges it. DEAD: given up.
     */
    enum State { WAITING, APPLIED, ATTENTION, DEAD }

    /** A notice in the inbox. {@code result}: what became of it; {@code lastError}: why it could not be applied. */
    record Entry(UUID id, String gateway, String eventKey, String type, Optional<Long> orderCode,
            Optional<PaymentId> payment, State state, int attempts, Optional<String> result,
            Optional<String> lastError, Optional<Instant> occurredAt, Instant receivedAt) {
    }

    /** A notice with the bytes that were signed, and who has looked at it. */
    record Received(Entry entry, byte[] body, Optional<Acknowledgement> acknowledged) {
    }

    /** That a person has looked at a notice that needed it. */
    record Acknowledgement(UserId by, Instant at, String note) {
    }
}
