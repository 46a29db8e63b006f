package io.weir.webadmin;

import io.weir.billing.api.BillingDetails;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a customer of {@code ?id=} was billed lately, and what they have said of themselves for their invoices. */
@Named("customerBilling")
@RequestScoped
public class CustomerBilling {
    private static final int SHOWN = 10;

    @Inject
    private Invoices invoices;
    @Inject
    private BillingDetails details;
    @Inject
    private InvoiceRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<InvoiceRows.Row> latest;
    private List<Fact> said;

    @PostConstruct
    void look() {
        var account = AccountId.of(visitor.parameter("id").orElse(""));
        latest = invoices.of(visitor.tenantId(), account, new Page.Request(1, SHOWN)).items().stream()
                .map(rows::row).toList();
        said = facts(details.of(visitor.tenantId(), account));
    }

    private List<Fact> facts(BillingDetails.Details said) {
        var facts = new ArrayList<Fact>();
        add(facts, "name", said.name());
        add(facts, "postalAddress", Optional.of(String.join(", ", said.address())).filter(text -> !text.isEmpty()));
        add(facts, "countryWord", said.country()
                .map(code -> new Locale("", code).getDisplayCountry(visitor.getLocale())));
        add(facts, "vatIdWord", said.vatId());
        add(facts, "invoiceEmail", said.email());
        return facts;
    }

    private void add(List<Fact> facts, String name, Optional<String> value) {
        value.ifPresent(given -> facts.add(new Fact(format.text(name), given)));
    }

    /** The newest first. */
    public List<InvoiceRows.Row> getInvoices() {
        return latest;
    }

    public List<Fact> getDetails() {
        return said;
    }

    /** A name and what is said of it. */
    public record Fact(String name, String value) {
    }
}
