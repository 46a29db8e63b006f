package io.weir.webadmin;

import io.weir.billing.api.Invoice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** Lines of invoices, and of what would be one. */
@RequestScoped
public class LineSums {
    @Inject
    private CurrentPlans plans;
    @Inject
    private Format format;

    Row row(Invoice.Line line) {
        var tax = line.tax();
        var quantity = line.quantity().compareTo(BigDecimal.ONE) == 0 ? "" : format.decimal(line.quantity()) + " × "
                + format.decimal(line.unitPrice());
        return new Row(line.no(), format.text("lineKind." + line.kind()), line.description(),
                line.period().map(plans::span).orElse(""), quantity, format.money(line.net()), rate(tax),
                format.money(tax.amount()), format.money(line.gross()));
    }

    private String rate(Invoice.Tax tax) {
        if (tax.reverseCharge()) {
            return format.text("reverseChargeWord");
        }
        return tax.rate().signum() == 0 && tax.name().isEmpty() ? ""
                : (tax.name() + " " + format.decimal(tax.rate()) + " %").strip();
    }

    /** A line; {@code quantity}: at which price, empty for one. {@code rate}: empty without tax. */
    public record Row(int no, String kind, String description, String period, String quantity, String net, String rate,
                      String tax, String gross) {
    }
}
