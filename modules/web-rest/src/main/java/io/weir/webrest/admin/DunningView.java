package io.weir.webrest.admin;

import io.weir.billing.api.Dunning;
import io.weir.billing.api.Dunning.Declined;
import io.weir.payments.api.Agreement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an invoice has been gone after; amounts in major units. {@code next}: remind, retry, unpaid or give_up;
 * absent when paused or over. {@code outcome} of the newest attempt: paid-by-credit, paid-by-card, declined, waiting,
 * nothing-to-try, under-way or unreachable; of a kept card that was declined why, such as insufficient_funds, and its
 * last digits.
 */
public record DunningView(UUID invoice, String number, UUID accountId, String stage, boolean paused, String currency,
        BigDecimal total, BigDecimal due, Optional<Instant> dueAt, Optional<String> next, Optional<Instant> nextAt,
        int attempts, Optional<String> outcome, Optional<String> declineCode, Optional<String> card) {
    static DunningView of(Dunning.Case one) {
        return new DunningView(one.invoice(), one.number(), one.account().value(), one.stage().word(), one.paused(),
                one.due().currency().getCurrencyCode(), one.total().major(), one.due().major(), one.dueAt(),
                one.next().map(Dunning.Next::step), one.next().map(Dunning.Next::at), one.attempts(), one.outcome(),
                one.declined().map(Declined::code), one.declined().flatMap(Declined::card));
    }

    /** One with its story, the newest first. */
    public record Story(DunningView dunning, List<EventView> events) {
        static Story of(Dunning.Told told) {
            return new Story(DunningView.of(told.now()), told.events().stream()
                    .map(EventView::of).toList());
        }
    }

    /** Something that happened. */
    public record EventView(Instant at, String what, Optional<String> words, Optional<String> declineCode,
            Optional<String> card) {
        static EventView of(Dunning.Event event) {
            return new EventView(event.at(), event.what(), event.words(), event.declined().map(Declined::code),
                    event.declined().flatMap(Declined::card));
        }
    }

    /** An agreement whose newest charge failed. {@code paidUntil}: since when the next period is not paid. */
    public record FailedAgreement(UUID id, UUID accountId, String gateway, String plan, Optional<Instant> paidUntil) {
        static FailedAgreement of(Agreement agreement) {
            return new FailedAgreement(agreement.id(), agreement.account().value(), agreement.gateway(),
                    agreement.product(), agreement.paidUntil());
        }
    }

    /** So much is due in a stage. */
    public record SumView(String stage, long count, BigDecimal due, String currency) {
        static SumView of(Dunning.Sum sum) {
            return new SumView(sum.stage().word(), sum.cases(), sum.due().major(),
                    sum.due().currency().getCurrencyCode());
        }
    }
}
