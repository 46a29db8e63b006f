package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Invoices that are to be paid, and how far the tenant has gone after them; one case for each. Audited. Refused: {@code
 * DUNNING_NOT_FOUND} (404), and as said.
 */
public interface Dunning {
    /** The longest due first. */
    Page<Case> cases(TenantId tenant, Filter filter, Page.Request page);

    /** What is still due of the invoices that are gone after, by stage. */
    List<Sum> sums(TenantId tenant);

    /** One, with what has happened, the newest first. */
    Told told(TenantId tenant, UUID invoice);

    /**
     * When the plan that an open invoice is for ends, if it is not paid by then; of usage, when that is decided. Empty
     * where nothing is taken away, or has been already.
     */
    Optional<Instant> endsPlanAt(TenantId tenant, UUID invoice);

    /** Nothing happens until it is resumed; access stays. Refused: {@code DUNNING_OVER} (409). */
    Case pause(TenantId tenant, UUID invoice, String reason);

    /** What was due meanwhile is made up for, of several reminders only the last. Refused: {@code DUNNING_OVER}. */
    Case resume(TenantId tenant, UUID invoice);

    /** Tries at once what is tried at its days anyway. Refused: {@code DUNNING_OVER}. Outside any transaction. */
    Case retry(TenantId tenant, UUID invoice);

    /** Nobody asks any more and nothing is taken away; the invoice stays what it is. Refused: {@code DUNNING_OVER}. */
    Case stop(TenantId tenant, UUID invoice, String reason);

    /**
     * UPCOMING: not due yet. OVERDUE: due. UNPAID: the rule has been applied. The others are ends: PAID; CLOSED, not
     * owed any more; GIVEN_UP; STOPPED by a person.
     */
    enum Stage {
        UPCOMING, OVERDUE, UNPAID, PAID, CLOSED, GIVEN_UP, STOPPED;

        public boolean isOver() {
            return compareTo(UNPAID) > 0;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code stage} absent: those that are not over. {@code dueBefore}: only those that have been due since then. */
    record Filter(Optional<Stage> stage, Optional<Instant> dueBefore) {
    }

    /**
     * {@code next}: what happens next, and when; absent when paused or over. {@code attempts}: how often money was
     * tried to be taken, {@code outcome}: what came of the last: paid-by-credit, paid-by-card, declined, waiting (the
     * gateway has not said), nothing-to-try, under-way (by another payment), unreachable; {@code declined}: why.
     */
    record Case(UUID invoice, String number, AccountId account, Stage stage, boolean paused, Money total, Money due,
            Optional<Instant> dueAt, Optional<Next> next, int attempts, Optional<String> outcome,
            Optional<Declined> declined) {
    }

    /** A kept card that did not pay. {@code code}: as {@code payments.api.Decline} has; {@code card}: last digits. */
    record Declined(String code, Optional<String> card) {
    }

    /** {@code step}: remind, retry, unpaid, give_up. */
    record Next(String step, Instant at) {
    }

    /** Something that happened: {@code what} is a word, {@code words} details of it. */
    record Event(Instant at, String what, Optional<String> words, Optional<Declined> declined) {
    }

    /** A case with its story. */
    record Told(Case now, List<Event> events) {
        public Told {
            events = List.copyOf(events);
        }
    }

    /** So many of a stage. */
    record Sum(Stage stage, long cases, Money due) {
    }
}
