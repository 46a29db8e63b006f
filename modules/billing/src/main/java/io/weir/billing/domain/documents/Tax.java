package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A rate as EN 16931 sorts it. {@code code}, of UNCL 5305: S standard, Z zero, E exempt, AE reverse charge, O outside
 * the scope of VAT. A seller who charges no tax at all is outside of it without a VAT id, and exempt with one.
 */
record Tax(String code, BigDecimal percent) {
    static final String OUTSIDE = "O";
    static final String EXEMPT = "E";
    static final String REVERSED = "AE";

    static Tax of(TaxRate rate, boolean sellerHasVatId) {
        var percent = rate.percent().signum() == 0 ? BigDecimal.ZERO : rate.percent().stripTrailingZeros();
        if (rate.reverseCharge()) {
            return new Tax(REVERSED, BigDecimal.ZERO);
        }
        if (percent.signum() != 0) {
            return new Tax("S", percent);
        }
        if (rate.name().isPresent()) {
            return new Tax("Z", percent);
        }
        return new Tax(sellerHasVatId ? EXEMPT : OUTSIDE, percent);
    }

    boolean isOutside() {
        return code.equals(OUTSIDE);
    }

    /** Whether no line of it has anything to do with a tax. */
    static boolean none(InvoiceDocument document) {
        return document.lines().stream().map(Line::rate).allMatch(rate -> rate.percent().signum() == 0
                && rate.name().isEmpty() && !rate.reverseCharge());
    }

    /** The lines' sums by rate, in the order of the lines. */
    static List<Sum> sums(InvoiceDocument document, boolean sellerHasVatId) {
        var sums = new LinkedHashMap<Tax, Sum>();
        for (var line : document.lines()) {
            var tax = of(line.rate(), sellerHasVatId);
            sums.merge(tax, new Sum(tax, line.net(), line.tax()), Sum::plus);
        }
        return List.copyOf(sums.values());
    }

    /** What lines of one rate come to. */
    record Sum(Tax tax, Money net, Money amount) {
        Sum plus(Sum other) {
            return new Sum(tax, net.plus(other.net), amount.plus(other.amount));
        }
    }
}
