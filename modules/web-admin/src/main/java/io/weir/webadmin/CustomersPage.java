package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The customers, newest first, or those whose name or email has the text of {@code ?q=} in it. */
@Named("customers")
@RequestScoped
public class CustomersPage {
    @Inject
    private Accounts accounts;
    @Inject
    private CurrentPlans plans;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<Row> found;

    @PostConstruct
    void look() {
        found = accounts.page(visitor.tenantId(), visitor.parameter("q"), visitor.page()).map(this::row);
    }

    private Row row(Account account) {
        String status = account.suspension().isPresent() ? "suspended" : "active";
        return new Row(account.id().toString(), account.name(), account.email(), plans.name(account.id()),
                format.day(account.createdAt()), status, format.text("account." + status));
    }

    public List<Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of("q", getSearch()));
    }

    public String getSearch() {
        return visitor.parameter("q").orElse("");
    }

    /** A customer in the list. */
    public record Row(String id, String name, String email, String plan, String since, String status,
                      String statusText) {
    }
}
