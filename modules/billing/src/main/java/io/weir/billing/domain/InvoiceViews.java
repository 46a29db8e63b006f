package io.weir.billing.domain;

import io.weir.billing.api.Invoice;
import io.weir.billing.domain.pricing.Line;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Invoices as they are told: a credit note's amounts are turned round. */
public final class InvoiceViews {
    private InvoiceViews() {
    }

    static Invoice of(StoredInvoice stored, List<StoredLine> lines, Optional<String> correctsNumber) {
        var moments = stored.moments();
        int sign = stored.isCreditNote() ? -1 : 1;
        var amounts = new Invoice.Amounts(stored.net().times(sign), stored.tax().times(sign),
                stored.total().times(sign), stored.settled(), stored.credited(), stored.due());
        return new Invoice(stored.id(), stored.kind(), stored.reason(), stored.status(), stored.number(),
                stored.account(), stored.subscription(), new Invoice.Dates(moments.createdAt(), moments.finalAt(),
                moments.issuedAt(), moments.dueAt(), moments.paidAt(), stored.period()), amounts, stored.payment(),
                stored.corrects().map(id -> new Invoice.Corrected(id, correctsNumber.orElse(""))), stored.note(),
                lines.stream().map(StoredLine::line).map(line -> line(line, sign)).toList());
    }

    /** Of what has not become an invoice yet. */
    public static List<Invoice.Line> of(List<Line> lines) {
        return lines.stream().map(line -> line(line, 1)).toList();
    }

    private static Invoice.Line line(Line line, int sign) {
        var tax = line.basis().tax();
        return new Invoice.Line(line.no(), line.kind().word(), line.words(), line.quantity(),
                line.unitPrice().multiply(BigDecimal.valueOf(sign)), turned(line.amount(), sign),
                turned(line.net(), sign), new Invoice.Tax(turned(line.tax(), sign), tax.rate(), tax.name(),
                tax.reverseCharge()), turned(line.gross(), sign), line.period());
    }

    private static Money turned(Money amount, int sign) {
        return amount.times(sign);
    }
}
