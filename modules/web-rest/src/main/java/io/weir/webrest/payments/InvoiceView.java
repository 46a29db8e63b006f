package io.weir.webrest.payments;

import io.weir.billing.api.Invoice;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice or credit note with amounts in major units; those of a credit note are positive. {@code becomesFinal}: of
 * a draft. {@code due}: still to be paid, by {@code dueAt}.
 */
public record InvoiceView(UUID id, String kind, String reason, String status, Optional<String> number, UUID accountId,
        Optional<UUID> subscriptionId, Instant createdAt, Optional<Instant> becomesFinal, Optional<Instant> issuedAt,
        Optional<Instant> dueAt, Optional<Instant> paidAt, Optional<Instant> periodFrom, Optional<Instant> periodUntil,
        String currency, BigDecimal net, BigDecimal tax, BigDecimal total, BigDecimal paid, BigDecimal credited,
        BigDecimal due, Optional<UUID> paymentId, Optional<UUID> corrects, Optional<String> correctsNumber,
        Optional<String> note, List<LineView> lines) {
    public static InvoiceView of(Invoice invoice) {
        var dates = invoice.dates();
        var amounts = invoice.amounts();
        boolean draft = invoice.status() == Invoice.Status.DRAFT;
        return new InvoiceView(invoice.id(), invoice.kind().word(), invoice.reason().word(), invoice.status().word(),
                invoice.number(), invoice.account().value(), invoice.subscription(), dates.created(),
                draft ? Optional.of(dates.becomesFinal()) : Optional.empty(), dates.issued(), dates.due(),
                dates.paid(), dates.period().map(Period::from), dates.period().flatMap(Period::until),
                amounts.total().currency().getCurrencyCode(), amounts.net().major(), amounts.tax().major(),
                amounts.total().major(), amounts.paid().major(), amounts.credited().major(), amounts.due().major(),
                invoice.payment(), invoice.corrects().map(Invoice.Corrected::id),
                invoice.corrects().map(Invoice.Corrected::number), invoice.note(),
                invoice.lines().stream().map(LineView::of).toList());
    }

    /**
     * {@code amount} = unit price × quantity, rounded: as priced, {@code gross} where prices contain tax, else {@code
     * net}. {@code taxRate} in per cent.
     */
    public record LineView(int no, String kind, String description, BigDecimal quantity, BigDecimal unitPrice,
            BigDecimal amount, BigDecimal net, BigDecimal taxRate, String taxName, boolean reverseCharge,
            BigDecimal tax, BigDecimal gross, Optional<Instant> periodFrom, Optional<Instant> periodUntil) {
        public static LineView of(Invoice.Line line) {
            return new LineView(line.no(), line.kind(), line.description(), line.quantity(),
                    line.unitPrice(), line.amount().major(), line.net().major(), line.tax().rate(),
                    line.tax().name(), line.tax().reverseCharge(), line.tax().amount().major(), line.gross().major(),
                    line.period().map(Period::from), line.period().flatMap(Period::until));
        }
    }
}
