package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.UsageLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Why an invoice is what it is, and the proof that it is what it was. Unknown: {@code INVOICE_NOT_FOUND} (404). */
public interface Explanations {
    /** @param account whose it has to be; absent for administrators */
    Explanation explain(TenantId tenant, Optional<AccountId> account, UUID invoice);

    /**
     * Makes every final invoice once more that was issued in the span: from what its lines keep and from metering's
     * figures. Looks only.
     */
    Recomputed recompute(TenantId tenant, Instant from, Instant until);

    /** {@code contentHash}: absent of a draft; {@code intact}: whether it is of what is kept. */
    record Explanation(Invoice invoice, Optional<String> contentHash, boolean intact, List<Line> lines) {
    }

    /**
     * {@code formula}: as text, {@code exact} when nothing had to be rounded; {@code taxFormula}: of the tax in it
     * or on
     * it. {@code slug}, {@code version}: of what was sold, and of its price.
     */
    record Line(Invoice.Line line, String formula, boolean exact, Optional<String> taxFormula, Optional<String> slug,
            Optional<Integer> version, Optional<String> coupon, Optional<Usage> usage, Optional<Unused> unused) {
    }

    /** The paid period, and when it was left. */
    record Unused(Instant from, Instant until, Instant at) {
    }

    /**
     * In smallest units of the meter; {@code billed}: used beyond the included. {@code holdings}: what was granted for
     * the period, and why. {@code rows}: the newest usages that made it; {@code next}: the cursor of the next page
     * of the
     * usage log with this meter and span, absent at the end.
     */
    record Usage(String meter, int decimals, long used, long included, long billed, List<Step> steps, Instant from,
            Instant until, List<Allowances.Holding> holdings, List<UsageLog.Entry> rows, Optional<String> next) {
    }

    /** {@code quantity}: whole units, or packages, at {@code unitPrice}, and {@code flat} once. */
    record Step(BigDecimal quantity, BigDecimal unitPrice, BigDecimal flat, BigDecimal exact) {
    }

    /** How many invoices were made again, and where something differed. */
    record Recomputed(long invoices, long lines, List<Difference> differences) {
    }

    /** {@code what}: line, total, content or metering; {@code line}: its number, where it is one's. */
    record Difference(UUID invoice, String number, String what, Optional<Integer> line, String kept,
            String computed) {
    }
}
