package io.weir.webportal;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.billing.api.RunningBills;
import io.weir.kernel.api.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All invoices and credit notes, and what the running period has come to. */
@Named("invoices")
@RequestScoped
public class InvoicesPage {
    private static final int PAGE_SIZE = 20;

    @Inject
    private Invoices invoices;
    @Inject
    private RunningBills running;
    @Inject
    private InvoiceRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private InvoiceSearch search;
    private Page<InvoiceRows.Row> page;
    private Optional<RunningBills.RunningBill> bill;

    @PostConstruct
    void look() {
        search = InvoiceSearch.of(visitor);
        page = invoices.all(visitor.tenantId(), search.filter(visitor), visitor.page(PAGE_SIZE)).map(rows::row);
        bill = running.of(visitor.tenantId(), visitor.account());
    }

    public List<InvoiceRows.Row> getRows() {
        return page.items();
    }

    public Pages getPages() {
        return Pages.of(page, search.parameters());
    }

    public boolean isNarrowed() {
        return !search.isEverything();
    }

    public List<Choice> getStates() {
        return Stream.concat(Stream.of(new Choice("", format.text("all"), search.status().isEmpty())),
                Arrays.stream(Invoice.Status.values()).map(status -> new Choice(status.word(),
                        format.word("invoiceState", status.word()),
                        search.status().filter(status::equals).isPresent()))).toList();
    }

    public List<Choice> getKinds() {
        return Stream.concat(Stream.of(new Choice("", format.text("all"), search.kind().isEmpty())),
                Arrays.stream(Invoice.Kind.values()).map(kind -> new Choice(kind.word(),
                        format.word("invoiceKinds", kind.word()), search.kind().filter(kind::equals).isPresent())))
                .toList();
    }

    public String getFrom() {
        return search.from().map(LocalDate::toString).orElse("");
    }

    public String getTo() {
        return search.to().map(LocalDate::toString).orElse("");
    }

    /** Whether usage of the running period will be billed. */
    public boolean isRunning() {
        return bill.isPresent();
    }

    public String getRunningTotal() {
        return bill.map(so -> format.money(so.total())).orElse("");
    }

    public String getRunningText() {
        return bill.map(so -> format.text("runningBill", so.plan().name(), format.day(so.from()),
                format.day(so.until()))).orElse("");
    }
}
