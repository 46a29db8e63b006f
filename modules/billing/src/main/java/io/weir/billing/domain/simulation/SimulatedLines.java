package io.weir.billing.domain.simulation;

import io.weir.billing.api.Explanations;
import io.weir.billing.api.Invoice;
import io.weir.billing.domain.LineViews;
import io.weir.billing.domain.pricing.Draft;
import java.util.ArrayList;
import java.util.List;

/** The lines of several bills, numbered through. */
public final class SimulatedLines {
    private SimulatedLines() {
    }

    public static List<Explanations.Line> of(List<Draft> drafts) {
        var lines = new ArrayList<Explanations.Line>();
        drafts.stream().flatMap(draft -> draft.lines().stream()).map(LineViews::supposed)
                .forEach(line -> lines.add(numbered(line, lines.size() + 1)));
        return lines;
    }

    private static Explanations.Line numbered(Explanations.Line why, int no) {
        var line = why.line();
        return new Explanations.Line(new Invoice.Line(no, line.kind(), line.description(), line.quantity(),
                line.unitPrice(), line.amount(), line.net(), line.tax(), line.gross(), line.period()), why.formula(),
                why.exact(), why.taxFormula(), why.slug(), why.version(), why.coupon(), why.usage(), why.unused());
    }
}
