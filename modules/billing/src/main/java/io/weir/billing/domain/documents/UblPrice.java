package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A line's price as the norm wants it: without tax, never negative, and so that quantity × price is the line's net
 * amount. Where the printed unit price does not do that (tiers, tax within, something set off), all of the quantity
 * has one price, the net amount: {@code amount} is for {@code per} units. A line that takes off has a negative
 * quantity.
 */
record UblPrice(BigDecimal quantity, BigDecimal amount, Optional<BigDecimal> per) {
    /** UN/ECE Recommendation 20: pieces. */
    static final String ONE = "C62";

    static UblPrice of(Line line) {
        var net = line.net().major();
        var quantity = line.quantity();
        if (line.unitPrice().signum() >= 0 && fits(line.unitPrice().multiply(quantity), net)) {
            return new UblPrice(quantity, line.unitPrice(), Optional.empty());
        }
        if (quantity.signum() == 0 || quantity.abs().compareTo(BigDecimal.ONE) == 0) {
            return new UblPrice(BigDecimal.valueOf(net.signum() < 0 ? -1 : 1), net.abs(), Optional.empty());
        }
        var signed = net.signum() < 0 ? quantity.abs().negate() : quantity.abs();
        return new UblPrice(signed, net.abs(), Optional.of(quantity.abs()));
    }

    private static boolean fits(BigDecimal exact, BigDecimal net) {
        return exact.setScale(net.scale(), RoundingMode.HALF_UP).compareTo(net) == 0;
    }
}
