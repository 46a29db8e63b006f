package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Plan;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a plan would have cost. {@code from}, {@code until}: what was priced of the span that was asked for; {@code
 * total}: plan, usage and packages of all periods; {@code packages}: that part of it. {@code real}: what the invoices
 * beside come to; absent without any.
 */
public record Simulation(AccountId account, Plan plan, Instant from, Instant until, List<SimulatedPeriod> periods,
        Sum total, Sum packages, Optional<Sum> real) {
    public Simulation {
        periods = List.copyOf(periods);
    }

    /** With and without tax, and the tax. */
    public record Sum(Money net, Money tax, Money gross) {
        public static Sum none(Currency currency) {
            return new Sum(Money.zero(currency), Money.zero(currency), Money.zero(currency));
        }

        public Sum plus(Sum other) {
            return new Sum(net.plus(other.net), tax.plus(other.tax), gross.plus(other.gross));
        }
    }

    /**
     * One period. {@code whole}: as long as the plan's term; {@code had}: the account really had the plan for it, in
     * that {@code version}. {@code lines}: of the plan's and the usage's invoice, numbered through; {@code sum}: of
     * these; {@code total}: with the packages. {@code invoices}: the real ones of this time, drafts left out; {@code
     * real}: what those in the plan's currency come to, before anything was given back.
     */
    public record SimulatedPeriod(Instant from, Instant until, boolean whole, boolean had, int version,
            List<Explanations.Line> lines, List<MeterUse> usage, List<Needed> packages, Sum sum, Sum total,
            List<RealInvoice> invoices, Optional<Sum> real) {
        public SimulatedPeriod {
            lines = List.copyOf(lines);
            usage = List.copyOf(usage);
            packages = List.copyOf(packages);
            invoices = List.copyOf(invoices);
        }
    }

    /**
     * A meter's use, in its smallest units: {@code used} really; {@code included} in the plan's price; {@code beyond}:
     * let through and charged for beyond these; {@code blocked}: refused by the plan's limits, as if each unit were a
     * call of its own; {@code ranOutAt}: when the first of them would have been. {@code uncovered}: of them those that
     * no package on sale could have let through.
     */
    public record MeterUse(String meter, String title, String unit, int decimals, long used, long included,
            long beyond, long blocked, long uncovered, Optional<Instant> ranOutAt) {
    }

    /**
     * A package that lets the blocked units through, {@code count} times. {@code kind}: extension or credits. {@code
     * units}: of one, bonus included, in the meter's smallest; {@code price}: of one. For each period and meter the
     * cheapest combination, of as few as can be; what is left of credits counts for the next periods, of extensions it
     * ends with the period. Extensions add calls, to a plan that costs something. Where both would do, whichever let
     * more through, else cost less over all periods, else extensions.
     */
    public record Needed(String kind, UUID id, String name, String meter, int decimals, long units, long count,
            Money price, Sum total) {
    }

    /** What was really asked for. {@code reason} as {@link Invoice.Reason}. */
    public record RealInvoice(UUID id, Optional<String> number, String reason, String status, Sum total) {
    }
}
