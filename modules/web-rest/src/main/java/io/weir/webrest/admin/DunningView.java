package io.weir.webrest.admin;

import io.weir.billing.api.Dunning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an invoice has been gone after; amounts in major units. {@code next}: remind, retry, unpaid or give_up;
 * absent when paused or over.
 */
public record DunningView(UUID invoice, String number, UUID accountId, String stage, boolean paused, String currency,
        BigDecimal total, BigDecimal due, Optional<Instant> dueAt, Optional<String> next, Optional<Instant> nextAt,
        int attempts, Optional<String> outcome) {
    static DunningView of(Dunning.Case one) {
        return new DunningView(one.invoice(), one.number(), one.account().value(), one.stage().word(), one.paused(),
                one.due().currency().getCurrencyCode(), one.total().major(), one.due().major(), one.dueAt(),
                one.next().map(Dunning.Next::step), one.next().map(Dunning.Next::at), one.attempts(), one.outcome());
    }

    /** One with its story, the newest first. */
    public record Story(DunningView dunning, List<EventView> events) {
        static Story of(Dunning.Told told) {
            return new Story(DunningView.of(told.now()), told.events().stream()
                    .map(event -> new EventView(event.at(), event.what(), event.words())).toList());
        }
    }

    /** Something that happened. */
    public record EventView(Instant at, String what, Optional<String> words) {
    }

    /** So much is due in a stage. */
    public record SumView(String stage, long count, BigDecimal due, String currency) {
        static SumView of(Dunning.Sum sum) {
            return new SumView(sum.stage().word(), sum.cases(), sum.due().major(),
                    sum.due().currency().getCurrencyCode());
        }
    }
}
