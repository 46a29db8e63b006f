package io.weir.webadmin;

import io.weir.billing.api.Explanations.Line;
import io.weir.billing.api.Explanations.Step;
import io.weir.billing.api.Explanations.Usage;
import io.weir.billing.api.Invoice;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of an invoice with what their amounts are made of, down to single usages. */
@RequestScoped
public class LineWhys {
    @Inject
    private LineSums sums;
    @Inject
    private HoldingRows holdings;
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** @param told the line as its invoice tells it: amounts of credit notes are positive there */
    Row row(Line line, Invoice.Line told) {
        var price = line.slug().filter(slug -> line.version().filter(version -> version > 0).isPresent())
                .map(slug -> format.text("priceVersion", slug, line.version().orElseThrow()));
        return new Row(sums.row(told), line.formula(), line.exact(), line.taxFormula().orElse(""),
                price.orElse(""), line.coupon().orElse(""), line.unused().map(unused -> format.text("unusedFrom",
                format.time(unused.at()), format.time(unused.until()))).orElse(""),
                line.usage().map(this::usage).orElse(null));
    }

    private UsageRow usage(Usage usage) {
        var key = new MeterKey(usage.meter());
        var meter = meters.of(visitor.tenantId()).stream().filter(each -> each.key().equals(key)).findFirst();
        var grants = usage.holdings().stream().flatMap(holding -> holdings.row(holding).grants().stream()).toList();
        return new UsageRow(meter.map(Meter::title).orElse(usage.meter()),
                format.time(usage.from()) + " – " + format.time(usage.until()), quantity(usage, usage.used()),
                quantity(usage, usage.included()), quantity(usage, usage.billed()),
                usage.steps().stream().map(this::step).toList(), grants,
                usage.rows().stream().map(entry -> entry(usage, entry)).toList(), usage.next().isPresent());
    }

    private String quantity(Usage usage, long smallest) {
        return format.quantity(smallest, usage.decimals());
    }

    private StepRow step(Step step) {
        return new StepRow(format.decimal(step.quantity()), format.decimal(step.unitPrice()),
                step.flat().signum() == 0 ? "" : format.decimal(step.flat()), format.decimal(step.exact()));
    }

    private EntryRow entry(Usage usage, UsageLog.Entry entry) {
        var what = new ArrayList<String>(List.of(entry.endpoint()));
        entry.operation().ifPresent(what::add);
        entry.model().ifPresent(what::add);
        return new EntryRow(format.time(entry.at()), quantity(usage, entry.quantity()), String.join(" · ", what),
                Optional.of(entry.status()).filter(status -> status > 0).map(Object::toString).orElse(""));
    }

    /** {@code price}: of which version; {@code usage}: null where none was rated. */
    public record Row(LineSums.Row sum, String formula, boolean exact, String taxFormula, String price, String coupon,
                      String unused, UsageRow usage) {
    }

    /** What was used; {@code more}: than the rows that are shown. */
    public record UsageRow(String meter, String span, String used, String included, String billed,
                           List<StepRow> steps, List<HoldingRows.Booked> grants, List<EntryRow> rows, boolean more) {
    }

    /** So many at a price, and something once. */
    public record StepRow(String quantity, String unitPrice, String flat, String amount) {
    }

    /** One usage. */
    public record EntryRow(String at, String quantity, String what, String status) {
    }
}
