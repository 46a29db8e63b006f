package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.Line;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a credit note gives back of an invoice's lines: amounts with tax, so that they add up to what is given back
 * exactly; the tax in each is the line's own.
 */
public final class Corrections {
    private final StoredInvoice invoice;
    private final List<Line> lines;
    private final Map<Integer, Money> left = new LinkedHashMap<>();

    /** @param earlier the lines of earlier credit notes of this invoice */
    public Corrections(StoredInvoice invoice, List<Line> lines, List<Line> earlier) {
        this.invoice = invoice;
        this.lines = lines;
        lines.forEach(line -> left.put(line.no(), line.gross()));
        earlier.stream().map(line -> line.basis().how()).filter(How.Corrected.class::isInstance)
                .map(How.Corrected.class::cast).forEach(back -> left.merge(back.line(), back.part(), Money::minus));
    }

    /** All that is left. */
    public Draft whole() {
        return of(left);
    }

    /** By line. Refused: {@code CREDIT_TOO_MUCH} (409), {@code VALIDATION_FAILED} for lines that there are not. */
    public Draft of(Map<Integer, Money> parts) {
        parts.forEach(this::check);
        var items = lines.stream().filter(line -> parts.containsKey(line.no()) && !parts.get(line.no()).isZero())
                .map(line -> new Item(line.kind(), line.words(), line.period(),
                        new How.Corrected(invoice.number().orElseThrow(), line.no(), parts.get(line.no())),
                        line.basis().tax().priced(true))).toList();
        if (items.isEmpty()) {
            throw Refusal.conflict("CREDIT_TOO_MUCH", Money.zero(invoice.currency()).toString()).asException();
        }
        return Draft.of(invoice.currency(), items, Optional.empty());
    }

    /** So much in all: of each line its share of what is left, so that several parts add up to the whole. */
    public Draft amount(Money wanted) {
        var sum = left.values().stream().reduce(Money.zero(invoice.currency()), Money::plus);
        if (wanted.compareTo(sum) >= 0) {
            return whole();
        }
        var parts = new LinkedHashMap<Integer, Money>();
        long before = 0;
        long given = 0;
        for (var entry : new ArrayList<>(left.entrySet())) {
            before = Math.addExact(before, entry.getValue().minor());
            long until = share(before, wanted.minor(), sum.minor());
            parts.put(entry.getKey(), invoice.money(until - given));
            given = until;
        }
        return of(parts);
    }

    /** Rounded down on the way; the last line's is exact, because it is all of it. */
    private static long share(long part, long wanted, long sum) {
        return BigInteger.valueOf(part).multiply(BigInteger.valueOf(wanted)).divide(BigInteger.valueOf(sum))
                .longValueExact();
    }

    /** A line that lowers the bill is given back below zero. */
    private void check(int no, Money part) {
        var most = left.get(no);
        if (most == null || !part.currency().equals(invoice.currency())) {
            throw Refusal.invalidField("lines", "NOT_AN_OPTION").asException();
        }
        boolean within = most.isNegative() ? part.compareTo(most) >= 0 && part.minor() <= 0
                : part.compareTo(most) <= 0 && part.minor() >= 0;
        if (!within) {
            throw Refusal.conflict("CREDIT_TOO_MUCH", most.toString()).asException();
        }
    }
}
