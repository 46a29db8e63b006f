package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Lines and sums of an invoice, or of what would be one. */
@RequestScoped
public class BillLines {
    @Inject
    private Format format;

    Row row(Invoice.Line line) {
        return new Row(line.no(), line.description(), quantity(line), format.money(line.net()),
                tax(line.tax()), format.money(line.gross()), line.period().map(this::span).orElse(""));
    }

    /** So many at so much, where that says more than the amount does. */
    private String quantity(Invoice.Line line) {
        return line.quantity().compareTo(BigDecimal.ONE) == 0 ? ""
                : format.text("times", format.decimal(line.quantity()),
                format.price(line.unitPrice(), line.amount().currency()));
    }

    private String tax(Invoice.Tax tax) {
        return tax.rate().signum() == 0 && !tax.reverseCharge() ? ""
                : tax.reverseCharge() ? format.text("reverseCharge")
                : format.text("taxOf", format.decimal(tax.rate()), tax.name(), format.money(tax.amount()));
    }

    String span(Period period) {
        return period.until().map(until -> format.day(period.from()) + " – " + format.day(until))
                .orElseGet(() -> format.day(period.from()));
    }

    /** Net, each rate's tax, and all; only the sum where there is no tax. */
    List<Sum> sums(List<Invoice.Line> lines, Money net, Money total) {
        var taxes = new LinkedHashMap<String, Money>();
        lines.stream().map(Invoice.Line::tax).filter(tax -> tax.rate().signum() != 0).forEach(tax ->
                taxes.merge(format.text("taxRate", tax.name(), format.decimal(tax.rate())), tax.amount(), Money::plus));
        var sums = new ArrayList<Sum>();
        if (!taxes.isEmpty()) {
            sums.add(new Sum(format.text("net"), format.money(net), false));
            taxes.forEach((name, amount) -> sums.add(new Sum(name, format.money(amount), false)));
        }
        sums.add(new Sum(format.text("total"), format.money(total), true));
        return sums;
    }

    /** {@code quantity}, {@code tax} and {@code period} are empty where there is nothing to say. */
    public record Row(int no, String description, String quantity, String net, String tax, String gross,
            String period) {
    }

    /** A line under the lines; {@code last}: what it comes to. */
    public record Sum(String name, String amount, boolean last) {
        public boolean isLast() {
            return last;
        }
    }
}
