package io.weir.webadmin;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All invoices and credit notes, what they come to, and the table of their lines. */
@Named("invoices")
@RequestScoped
public class InvoicesPage {
    @Inject
    private Invoices invoices;
    @Inject
    private InvoiceSearch search;
    @Inject
    private InvoiceRows rows;
    @Inject
    private Customers customers;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<InvoiceRows.Row> found;
    private List<Sum> sums;

    @PostConstruct
    void look() {
        var filter = search.filter();
        found = invoices.all(visitor.tenantId(), filter, visitor.page()).map(rows::row);
        sums = invoices.sums(visitor.tenantId(), filter).stream().map(this::sum).toList();
    }

    private Sum sum(Invoices.Sum sum) {
        return new Sum(format.text("invoiceKinds." + sum.kind().word()), format.number(sum.number()),
                format.money(sum.net()), format.money(sum.tax()), format.money(sum.total()),
                sum.kind() == Kind.INVOICE ? format.money(sum.due()) : Format.NOTHING);
    }

    public List<InvoiceRows.Row> getList() {
        return found.items();
    }

    public List<Sum> getSums() {
        return sums;
    }

    public Pages getPages() {
        return Pages.of(found, search.all());
    }

    /** By state; one that is overdue is open, too. */
    public List<Tab> getTabs() {
        var states = Arrays.stream(Status.values()).map(Status::word);
        return Stream.concat(Stream.of(""), states.flatMap(word -> word.equals("open")
                ? Stream.of(word, InvoiceSearch.OVERDUE) : Stream.of(word))).map(this::tab).toList();
    }

    private Tab tab(String word) {
        var filters = search.all();
        filters.put("status", word);
        return new Tab(Pages.link(filters), word.isEmpty() ? format.text("all") : format.text("invoice." + word),
                word.equals(search.given("status")) ? "here" : "");
    }

    public List<Choice> getKinds() {
        return Arrays.stream(Kind.values()).map(Kind::word)
                .map(word -> choice("kind", word, "invoiceKinds." + word)).toList();
    }

    public List<Choice> getReasons() {
        return Arrays.stream(Reason.values()).map(Reason::word)
                .map(word -> choice("reason", word, "reason." + word)).toList();
    }

    private Choice choice(String filter, String word, String text) {
        return new Choice(word, format.text(text), word.equals(search.given(filter)));
    }

    /** What the address says, by name. */
    public Map<String, String> getGiven() {
        return search.all();
    }

    /** Of whom the address names, else empty. */
    public String getOnlyOf() {
        return customers.account().map(account -> names.customer(account).name()).orElse("");
    }

    /** More than the state is asked for. */
    public boolean isNarrowed() {
        var filters = search.all();
        filters.remove("status");
        filters.remove("account");
        return filters.values().stream().anyMatch(value -> !value.isEmpty());
    }

    public boolean isWhole() {
        return search.isNone();
    }

    public boolean isCutOff() {
        return customers.isCutOff();
    }

    /** The table of lines of the days and the customer that are asked for; its other filters do not count there. */
    public String getTable() {
        var filters = search.all();
        filters.keySet().retainAll(List.of("from", "to", "account"));
        return Pages.link(filters);
    }

    /** What invoices or credit notes come to, in one currency. */
    public record Sum(String kind, String number, String net, String tax, String total, String due) {
    }

    /** A state as a filter. */
    public record Tab(String link, String text, String style) {
    }

    /** A word as a filter. */
    public record Choice(String word, String text, boolean chosen) {
    }
}
