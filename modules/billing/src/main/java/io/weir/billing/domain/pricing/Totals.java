package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Sums of lines, and never anything else: no total is rounded, so that none can differ from its lines. {@code
 * subtotal} and {@code discount} (not above zero) as priced; with prices that contain tax they add up to {@code gross},
 * else to {@code net}.
 */
public record Totals(Money subtotal, Money discount, List<ByTax> byTax, Money net, Money tax, Money gross) {
    public Totals {
        byTax = List.copyOf(byTax);
    }

    public static Totals of(Currency currency, List<Line> lines) {
        var reductions = lines.stream().filter(line -> line.kind() == LineKind.DISCOUNT).toList();
        var others = lines.stream().filter(line -> line.kind() != LineKind.DISCOUNT).toList();
        return new Totals(sum(currency, others, Line::amount), sum(currency, reductions, Line::amount),
                byTax(currency, lines), sum(currency, lines, Line::net), sum(currency, lines, Line::tax),
                sum(currency, lines, Line::gross));
    }

    private static List<ByTax> byTax(Currency currency, List<Line> lines) {
        var groups = new LinkedHashMap<TaxDecision, List<Line>>();
        lines.forEach(line -> groups.computeIfAbsent(line.basis().tax(), tax -> new ArrayList<>()).add(line));
        return groups.entrySet().stream().map(group -> new ByTax(group.getKey(),
                sum(currency, group.getValue(), Line::net), sum(currency, group.getValue(), Line::tax))).toList();
    }

    private static Money sum(Currency currency, List<Line> lines, Function<Line, Money> amount) {
        return lines.stream().map(amount).reduce(Money.zero(currency), Money::plus);
    }

    /** What is taxed in one way, and that tax. */
    public record ByTax(TaxDecision decision, Money net, Money tax) {
    }
}
