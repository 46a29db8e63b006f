package io.weir.webrest.credits;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.Meter;
import io.weir.metering.api.RateCards;
import io.weir.webrest.metering.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Credits as seed D's clients read them: decimal numbers of credits. */
final class CreditViews {
    private CreditViews() {
    }

    /** A price and the lines that it is the sum of. */
    public record QuoteView(String operation, String meter, BigDecimal credits, List<QuoteLine> breakdown) {
        static QuoteView of(RateCards.Quote quote) {
            return new QuoteView(quote.operation(), quote.meter().key().value(),
                    Quantities.toUnits(quote.quantity(), quote.meter()),
                    quote.breakdown().stream().map(QuoteLine::of).toList());
        }
    }

    /** {@code kind}: base, units or modifier. */
    public record QuoteLine(String kind, String text, BigDecimal credits) {
        static QuoteLine of(RateCards.Step step) {
            return new QuoteLine(step.kind(), step.text(), step.units());
        }
    }

    /** {@code expiresAt}: when the next of the period's credits end. */
    public record BalanceView(BigDecimal balance, BigDecimal monthly, BigDecimal purchased, BigDecimal reserved,
                              Optional<Instant> expiresAt) {
        static BalanceView of(Ledger.Standing standing) {
            var meter = standing.meter();
            return new BalanceView(Quantities.toUnits(standing.balance(), meter),
                    Quantities.toUnits(standing.monthly(), meter), Quantities.toUnits(standing.purchased(), meter),
                    Quantities.toUnits(standing.reserved(), meter), standing.expiresAt());
        }
    }

    /** {@code amount} is negative where credits went. */
    public record TransactionView(UUID id, String type, BigDecimal amount, BigDecimal balanceAfter, Instant createdAt,
                                  Optional<String> description) {
        static TransactionView of(Ledger.Entry entry, Meter meter) {
            return new TransactionView(entry.id(), entry.type().name().toLowerCase(Locale.ROOT),
                    Quantities.toUnits(entry.quantity(), meter), Quantities.toUnits(entry.balanceAfter(), meter),
                    entry.at(), entry.note());
        }
    }
}
