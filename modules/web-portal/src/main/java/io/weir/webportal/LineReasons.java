package io.weir.webportal;

import io.weir.billing.api.Explanations;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Meter;
import io.weir.metering.api.UsageLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;

/** Explanations of lines as people read them. */
@RequestScoped
public class LineReasons {
    @Inject
    private BillLines bills;
    @Inject
    private MeterNames meters;
    @Inject
    private Format format;

    /** @param source where the rest of the rows is: the address of {@link UsageRows} for this invoice */
    LineReason of(Explanations.Line line, String source) {
        var tax = line.line().tax();
        return new LineReason(bills.row(line.line()), line.formula(),
                line.taxFormula().map(formula -> format.text("taxFormula", tax.name(), format.decimal(tax.rate()),
                        formula)).orElseGet(() -> format.text(tax.reverseCharge() ? "reverseCharge" : "taxNone")),
                line.slug().map(slug -> format.text("priceVersion", slug, line.version().orElse(1))).orElse(""),
                line.coupon().map(code -> format.text("couponUsed", code)).orElse(""),
                line.unused().map(this::unused).orElse(""),
                line.usage().map(usage -> usage(usage, line.line().amount(), source + "&line=" + line.line().no()))
                        .orElse(null));
    }

    private String unused(Explanations.Unused unused) {
        long all = unused.until().getEpochSecond() - unused.from().getEpochSecond();
        long left = unused.until().getEpochSecond() - unused.at().getEpochSecond();
        return format.text("unusedRest", bills.span(Period.between(unused.from(), unused.until())),
                format.time(unused.at()), left, all);
    }

    private LineReason.UsageReason usage(Explanations.Usage usage, Money amount, String source) {
        var meter = meters.of(usage.meter());
        return new LineReason.UsageReason(format.text("usageSum", meter.title(), units(usage.used(), usage),
                units(Math.min(usage.used(), usage.included()), usage), units(usage.billed(), usage), meter.unit()),
                bills.span(Period.between(usage.from(), usage.until())),
                usage.steps().stream().map(step -> step(step, amount.currency())).toList(),
                usage.holdings().stream().flatMap(holding -> holding.grants().stream())
                        .map(grant -> grant(grant, usage)).toList(),
                rows(usage.rows(), meter), usage.next().map(cursor -> source + "&cursor=" + cursor).orElse(""));
    }

    private String units(long smallest, Explanations.Usage usage) {
        return format.quantity(smallest, usage.decimals());
    }

    private LineReason.StepRow step(Explanations.Step step, Currency currency) {
        return new LineReason.StepRow(format.decimal(step.quantity()), format.price(step.unitPrice(), currency),
                step.flat().signum() == 0 ? "–" : format.price(step.flat(), currency),
                format.price(step.exact(), currency));
    }

    private LineReason.GrantRow grant(Allowances.Granted grant, Explanations.Usage usage) {
        return new LineReason.GrantRow(format.time(grant.at()), format.word("grantKind", grant.kind().name()),
                units(grant.quantity(), usage), grant.note().orElse(grant.source()));
    }

    List<LineReason.UsageRow> rows(List<UsageLog.Entry> entries, Meter meter) {
        return entries.stream().map(entry -> new LineReason.UsageRow(format.time(entry.at()),
                format.quantity(entry.quantity(), meter.decimals()), entry.operation().orElse(entry.endpoint()),
                entry.model().orElse("–"), String.valueOf(entry.status()))).toList();
    }
}
