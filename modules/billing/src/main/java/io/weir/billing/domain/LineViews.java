package io.weir.billing.domain;

import io.weir.billing.api.Explanations;
import io.weir.billing.api.Explanations.Step;
import io.weir.billing.api.Explanations.Unused;
import io.weir.billing.domain.pricing.Explained;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines with why they cost what they do. */
public final class LineViews {
    private LineViews() {
    }

    /** @param usage what is known of the usage behind it */
    public static Explanations.Line of(Line line, Function<Explained.Used, Explanations.Usage> usage) {
        var why = Explained.of(line.basis());
        var result = why.amounts().amount();
        return new Explanations.Line(InvoiceViews.of(List.of(line)).get(0),
                why.formula().text(result, BigDecimal::toPlainString), why.formula().exact(),
                why.taxFormula().map(tax -> tax.text(why.amounts().tax(), BigDecimal::toPlainString)),
                why.price().map(How.Offer::slug), why.price().map(How.Offer::version), why.coupon(),
                why.usage().map(usage), why.left().map(left -> new Unused(left.period().from(),
                        left.period().until().orElseThrow(), left.at())));
    }

    /** Of what never became an invoice: without the rows behind it. */
    public static Explanations.Line supposed(Line line) {
        return of(line, used -> new Explanations.Usage(used.meter(), used.decimals(), used.used(), used.included(),
                used.billed(), steps(used), used.period().from(), used.period().until().orElseThrow(), List.of(),
                List.of(), Optional.empty()));
    }

    public static List<Step> steps(Explained.Used used) {
        return used.steps().stream().map(step -> new Step(step.quantity(), step.unitPrice(), step.flat(),
                step.exact())).toList();
    }
}
