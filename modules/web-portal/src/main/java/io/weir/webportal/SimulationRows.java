package io.weir.webportal;

import io.weir.billing.api.Simulation.MeterUse;
import io.weir.billing.api.Simulation.Needed;
import io.weir.billing.api.Simulation.RealInvoice;
import io.weir.billing.api.Simulation.SimulatedPeriod;
import io.weir.billing.api.Simulation.Sum;
import io.weir.kernel.api.Period;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Periods of a simulation as they are shown. */
@RequestScoped
public class SimulationRows {
    @Inject
    private BillLines bills;
    @Inject
    private Format format;

    Row row(SimulatedPeriod period) {
        return new Row(bills.span(Period.between(period.from(), period.until())), format.money(period.total().gross()),
                period.real().map(Sum::gross).map(format::money).orElse("–"),
                period.lines().stream().map(line -> bills.row(line.line())).toList(),
                period.usage().stream().map(this::use).toList(),
                period.packages().stream().map(this::needed).toList(),
                period.invoices().stream().map(this::real).toList());
    }

    private Use use(MeterUse use) {
        var blocked = use.blocked() == 0 ? "" : format.text("simulatedBlocked", units(use.blocked(), use),
                use.ranOutAt().map(format::time).orElse("–"));
        return new Use(format.text("simulatedUse", use.title(), units(use.used(), use), units(use.included(), use)),
                blocked, use.uncovered() == 0 ? "" : format.text("simulatedUncovered", units(use.uncovered(), use)));
    }

    private String units(long smallest, MeterUse use) {
        return format.quantity(smallest, use.decimals()) + " " + use.unit();
    }

    private String needed(Needed needed) {
        return format.text("simulatedPackage", needed.count(), needed.name(), format.money(needed.total().gross()));
    }

    private Real real(RealInvoice invoice) {
        return new Real(invoice.id().toString(), invoice.number().orElse(""), format.money(invoice.total().gross()));
    }

    /** {@code real}: what the invoices of this time come to. */
    public record Row(String span, String total, String real, List<BillLines.Row> lines, List<Use> usage,
            List<String> packages, List<Real> invoices) {
    }

    /** Sentences; {@code blocked} and {@code uncovered} are empty for nothing. */
    public record Use(String text, String blocked, String uncovered) {
    }

    /** An invoice that there really was. */
    public record Real(String id, String number, String amount) {
    }
}
