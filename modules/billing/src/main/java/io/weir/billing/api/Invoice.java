package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim, or what was given back of one. Numbers have no gaps within tenant, year and kind: {@code IQX-2026-000001},
 * {@code IQX-CN-2026-000001}; a draft has none yet. Amounts of a credit note are positive: it is the kind that says
 * which way the money goes. {@code payment}: what paid it. {@code corrects}: a credit note's invoice.
 */
public record Invoice(UUID id, Kind kind, Reason reason, Status status, Optional<String> number, AccountId account,
        Optional<UUID> subscription, Dates dates, Amounts amounts, Optional<UUID> payment, Optional<Corrected> corrects,
        Optional<String> note, List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return amounts.total();
    }

    public Optional<Instant> issuedAt() {
        return dates.issued();
    }

    /** Which way the money goes. */
    public enum Kind {
        INVOICE, CREDIT_NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * PURCHASE: paid at once. RENEWAL: the next period. USAGE: of a period that is over. CHANGE: to a dearer plan.
     * MANUAL: an administrator's. REFUND, UNPAID: of credit notes, for money that went back and for what was not paid.
     */
    public enum Reason {
        PURCHASE, RENEWAL, USAGE, CHANGE, MANUAL, REFUND, UNPAID;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A draft may change; from OPEN on nothing but this does. VOID: nothing of it is owed. */
    public enum Status {
        DRAFT, OPEN, PAID, VOID, UNCOLLECTIBLE;

        /** It can still be paid. */
        public boolean isOpen() {
            return this == OPEN || this == UNCOLLECTIBLE;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code becomesFinal}: a draft's. {@code period}: that it is for. */
    public record Dates(Instant created, Instant becomesFinal, Optional<Instant> issued, Optional<Instant> due,
            Optional<Instant> paid, Optional<Period> period) {
    }

    /** {@code credited}: given back of it by credit notes; {@code due}: still to be paid. */
    public record Amounts(Money net, Money tax, Money total, Money paid, Money credited, Money due) {
    }

    /** What a credit note gives back of. */
    public record Corrected(UUID id, String number) {
    }

    /**
     * A part of it. {@code unitPrice} in major units, as fine as it is; {@code amount} = quantity × unit price,
     * rounded:
     * as priced, with the tax in it where prices contain tax. {@code kind}: plan, proration, usage, minimum,
     * extension, credits, discount, other.
     */
    public record Line(int no, String kind, String description, BigDecimal quantity, BigDecimal unitPrice, Money amount,
            Money net, Tax tax, Money gross, Optional<Period> period) {
    }

    /** {@code rate}: per cent. */
    public record Tax(Money amount, BigDecimal rate, String name, boolean reverseCharge) {
    }
}
