package io.weir.billing.domain.pricing;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line with its amounts. {@code no}: from 1. {@code quantity} × {@code unitPrice}, in major units, is the amount as
 * priced, before it is rounded.
 */
public record Line(int no, LineKind kind, String words, BigDecimal quantity, BigDecimal unitPrice, Money net, Money tax,
                   Money gross, Optional<Period> period, Basis basis) {
    static Line of(int no, Item item) {
        var basis = new Basis(item.how(), item.tax());
        var amounts = Recompute.amount(basis);
        var count = item.how().count();
        return new Line(no, item.kind(), item.words(), count.quantity(), count.unitPrice(), amounts.net(),
                amounts.tax(), amounts.gross(), item.period(), basis);
    }

    /** One that has a period already, and what is given back, keep theirs. */
    Line during(Period its) {
        boolean open = period.isEmpty() && (kind == LineKind.PLAN || kind == LineKind.DISCOUNT);
        return new Line(no, kind, words, quantity, unitPrice, net, tax, gross, open ? Optional.of(its) : period, basis);
    }

    /** As priced: gross when prices contain tax, else net. */
    public Money amount() {
        return basis.tax().inclusive() ? gross : net;
    }
}
