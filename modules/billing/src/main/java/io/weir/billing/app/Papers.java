package io.weir.billing.app;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.billing.domain.BuyerOnPaper;
import io.weir.billing.domain.SellerOnPaper;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An invoice as it is printed. Who is named on it was kept when it became final; a draft names who is known now. */
@ApplicationScoped
public class Papers {
    private InvoiceParties parties;
    private Messages messages;
    private PayLinkSeal links;

    protected Papers() {
    }

    @Inject
    public Papers(InvoiceParties parties, Messages messages, PayLinkSeal links) {
        this.parties = parties;
        this.messages = messages;
        this.links = links;
    }

    /** @param correctsNumber of the invoice that a credit note is for */
    public InvoiceDocument document(TenantId tenant, StoredInvoice stored, List<StoredLine> lines,
            Optional<String> correctsNumber) {
        var view = stored.view(lines, correctsNumber);
        var seller = stored.seller().orElseGet(() -> parties.seller(tenant));
        var buyer = stored.buyer().orElseGet(() -> parties.buyer(tenant, stored.account()));
        var locale = Locale.forLanguageTag(seller.locale());
        var period = view.dates().period();
        return new InvoiceDocument(view.id(), InvoiceDocument.Kind.valueOf(view.kind().name()),
                InvoiceDocument.State.valueOf(view.status().name()), view.number(), correctsNumber,
                new InvoiceDocument.Dates(view.issuedAt(), view.dates().due(), view.dates().paid(),
                        period.map(Period::from), period.flatMap(Period::until)),
                party(seller), party(buyer), printed(lines, view), totals(view, lines),
                notes(locale, seller, lines, view), payTo(tenant, view), locale, ZoneId.of(seller.zone()));
    }

    private Optional<InvoiceDocument.PayTo> payTo(TenantId tenant, Invoice view) {
        boolean open = view.kind() == Invoice.Kind.INVOICE && view.status().isOpen();
        return open ? Optional.of(new InvoiceDocument.PayTo(links.url(tenant, view.id()), Optional.empty(),
                Optional.empty(), Optional.empty())) : Optional.empty();
    }

    private static InvoiceDocument.Party party(SellerOnPaper seller) {
        return new InvoiceDocument.Party(seller.name(), seller.address(), seller.country(), seller.vatId(),
                seller.registration(), seller.email(), seller.phone(), seller.website(), seller.logo());
    }

    private static InvoiceDocument.Party party(BuyerOnPaper buyer) {
        return new InvoiceDocument.Party(buyer.name(), buyer.address(), buyer.country(), buyer.vatId(),
                Optional.empty(), buyer.email(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<InvoiceDocument.Line> printed(List<StoredLine> lines, Invoice view) {
        return lines.stream().map(stored -> {
            var line = view.lines().stream().filter(each -> each.no() == stored.no()).findFirst().orElseThrow();
            return new InvoiceDocument.Line(stored.id(), line.no(),
                    InvoiceDocument.LineKind.valueOf(stored.kind().name()), line.description(), line.quantity(),
                    Optional.empty(), line.unitPrice(), line.net(), rate(stored.basis().tax()), line.tax().amount(),
                    line.gross());
        }).toList();
    }

    private static TaxRate rate(TaxDecision tax) {
        return new TaxRate(tax.rate(), Optional.of(tax.name()).filter(name -> !name.isBlank()), tax.reverseCharge());
    }

    private static InvoiceDocument.Totals totals(Invoice view, List<StoredLine> lines) {
        var amounts = view.amounts();
        var zero = Money.zero(amounts.total().currency());
        var sums = new LinkedHashMap<TaxRate, InvoiceDocument.TaxTotal>();
        int sign = view.kind() == Invoice.Kind.CREDIT_NOTE ? -1 : 1;
        for (var stored : lines) {
            var line = stored.line();
            var rate = rate(line.basis().tax());
            sums.merge(rate, new InvoiceDocument.TaxTotal(rate, line.net().times(sign), line.tax().times(sign)),
                    (one, more) -> new InvoiceDocument.TaxTotal(rate, one.net().plus(more.net()),
                            one.tax().plus(more.tax())));
        }
        boolean taxed = sums.keySet().stream()
                .anyMatch(rate -> rate.name().isPresent() || rate.percent().compareTo(BigDecimal.ZERO) != 0);
        return new InvoiceDocument.Totals(amounts.net(), amounts.tax(), amounts.total(),
                view.kind() == Invoice.Kind.CREDIT_NOTE ? zero : amounts.paid(), amounts.due(),
                taxed ? List.copyOf(sums.values()) : List.of());
    }

    private List<String> notes(Locale locale, SellerOnPaper seller, List<StoredLine> lines, Invoice view) {
        var notes = new ArrayList<String>();
        if (lines.stream().anyMatch(line -> line.basis().tax().reverseCharge())) {
            notes.add(messages.text(locale, "INVOICE_REVERSE_CHARGE"));
        }
        view.note().filter(note -> view.kind() == Invoice.Kind.CREDIT_NOTE).ifPresent(notes::add);
        seller.footer().ifPresent(notes::add);
        return notes;
    }
}
