package io.weir.webportal;

import io.weir.billing.api.Dunning;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Page;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the account still has to pay. */
@Named("owed")
@RequestScoped
public class OwedInvoices {
    private static final int MOST = 5;

    @Inject
    private Invoices invoices;
    @Inject
    private Dunning dunning;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;
    @Inject
    private Time time;

    private List<Owed> list;

    /** The newest of them. */
    public List<Owed> getList() {
        if (list == null) {
            var open = new Invoices.Filter(Optional.of(visitor.account()), Optional.of(Invoice.Status.OPEN),
                    Optional.of(Invoice.Kind.INVOICE), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty());
            list = invoices.all(visitor.tenantId(), open, new Page.Request(1, MOST)).items().stream().map(this::owed)
                    .toList();
        }
        return list;
    }

    private Owed owed(Invoice invoice) {
        var due = invoice.dates().due();
        boolean late = due.filter(day -> day.isBefore(time.now(visitor.tenantId()))).isPresent();
        var ends = late ? dunning.endsPlanAt(visitor.tenantId(), invoice.id()) : Optional.<Instant>empty();
        return new Owed(invoice.id().toString(), format.text(late ? "owedLate" : "owed", invoice.number().orElse(""),
                format.money(invoice.amounts().due()), due.map(format::day).orElse("–")),
                ends.map(end -> format.text("owedEnds", format.time(end))).orElse(""), late);
    }

    /** A sentence about it, and one about what is lost when it stays unpaid: empty where nothing is. */
    public record Owed(String id, String text, String ends, boolean late) {
        public boolean isLate() {
            return late;
        }
    }
}
