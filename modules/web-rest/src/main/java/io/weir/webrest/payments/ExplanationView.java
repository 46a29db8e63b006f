package io.weir.webrest.payments;

import io.weir.billing.api.Explanations.Explanation;
import io.weir.billing.api.Explanations.Line;
import io.weir.billing.api.Explanations.Step;
import io.weir.billing.api.Explanations.Unused;
import io.weir.billing.api.Explanations.Usage;
import io.weir.metering.api.Allowances.Granted;
import io.weir.metering.api.UsageLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Why an invoice is what it is. Quantities in whole units of their meter. {@code intact}: whether what is kept has the
 * hash that it was issued with.
 */
public record ExplanationView(InvoiceView invoice, Optional<String> contentHash, boolean intact,
        List<LineWhy> lines) {
    public static ExplanationView of(Explanation explained) {
        return new ExplanationView(InvoiceView.of(explained.invoice()), explained.contentHash(), explained.intact(),
                explained.lines().stream().map(LineWhy::of).toList());
    }

    /** {@code formula} gives the line's amount, {@code taxFormula} its tax. {@code priceVersion}: of {@code sold}. */
    public record LineWhy(int no, String description, String formula, boolean exact, Optional<String> taxFormula,
            Optional<String> sold, Optional<Integer> priceVersion, Optional<String> coupon, Optional<UsageWhy> usage,
            Optional<Unused> unused) {
        static LineWhy of(Line line) {
            return new LineWhy(line.line().no(), line.line().description(), line.formula(), line.exact(),
                    line.taxFormula(), line.slug(), line.version(), line.coupon(), line.usage().map(UsageWhy::of),
                    line.unused());
        }
    }

    /**
     * {@code grants}: what the period had to spend, and why. {@code rows}: the newest usages; {@code next}: the cursor
     * of the rest, at {@code more}.
     */
    public record UsageWhy(String meter, BigDecimal used, BigDecimal included, BigDecimal billed, List<Step> steps,
            Instant from, Instant until, List<GrantView> grants, List<RowView> rows, Optional<String> next,
            Optional<String> more) {
        static UsageWhy of(Usage usage) {
            int decimals = usage.decimals();
            return new UsageWhy(usage.meter(), whole(usage.used(), decimals), whole(usage.included(), decimals),
                    whole(usage.billed(), decimals), usage.steps(), usage.from(), usage.until(),
                    usage.holdings().stream().flatMap(holding -> holding.grants().stream())
                            .map(grant -> GrantView.of(grant, decimals)).toList(),
                    usage.rows().stream().map(row -> RowView.of(row, decimals)).toList(), usage.next(),
                    usage.next().map(cursor -> "/api/metering/events?meter=" + usage.meter() + "&from=" + usage.from()
                            + "&to=" + usage.until() + "&cursor=" + cursor));
        }

        private static BigDecimal whole(long smallest, int decimals) {
            return BigDecimal.valueOf(smallest, decimals);
        }
    }

    /** Units granted for one reason. */
    public record GrantView(UUID id, String kind, BigDecimal quantity, String source, Instant at) {
        static GrantView of(Granted grant, int decimals) {
            return new GrantView(grant.id(), grant.kind().name().toLowerCase(Locale.ROOT),
                    BigDecimal.valueOf(grant.quantity(), decimals), grant.source(), grant.at());
        }
    }

    /** One usage. */
    public record RowView(UUID id, Instant at, BigDecimal quantity, String endpoint, Optional<String> operation,
            Optional<String> model, int status) {
        static RowView of(UsageLog.Entry entry, int decimals) {
            return new RowView(entry.id(), entry.at(), BigDecimal.valueOf(entry.quantity(), decimals),
                    entry.endpoint(), entry.operation(), entry.model(), entry.status());
        }
    }
}
