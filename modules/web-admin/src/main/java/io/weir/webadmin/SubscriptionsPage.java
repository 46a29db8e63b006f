package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.SubscriptionBook;
import io.weir.subscriptions.api.SubscriptionBook.Filter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All customers' subscriptions, by where they stand, plan and customer. */
@Named("subscriptions")
@RequestScoped
public class SubscriptionsPage {
    @Inject
    private SubscriptionBook book;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Customers customers;
    @Inject
    private SubscriptionRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<SubscriptionRows.Row> found;
    private Map<Status, Long> counts;
    private List<Choice> plans;

    @PostConstruct
    void look() {
        var all = catalogue.plans(visitor.tenantId(), true);
        var plan = all.stream().filter(each -> each.slug().equals(getPlan())).findFirst();
        var filter = new Filter(status(), plan.map(each -> each.id()), customers.wanted(), false);
        found = rows.page(book.page(visitor.tenantId(), filter, visitor.page()));
        counts = book.counts(visitor.tenantId(), filter);
        plans = all.stream().map(each -> new Choice(each.slug(), each.name(), each.slug().equals(getPlan()))).toList();
    }

    private Optional<Status> status() {
        return visitor.parameter("status").flatMap(word -> Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word)).findFirst());
    }

    public List<SubscriptionRows.Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, filters(getStatus()));
    }

    /** All, and each state in which there is one. */
    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab(Pages.link(filters("")), format.text("all"), format.number(all),
                getStatus().isEmpty() ? "here" : ""));
        for (var status : Status.values()) {
            long number = counts.getOrDefault(status, 0L);
            if (number > 0 || status.word().equals(getStatus())) {
                tabs.add(new Tab(Pages.link(filters(status.word())), format.text("subscription." + status.word()),
                        format.number(number), status.word().equals(getStatus()) ? "here" : ""));
            }
        }
        return tabs;
    }

    private Map<String, String> filters(String status) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("status", status);
        filters.put("plan", getPlan());
        filters.put("customer", getCustomer());
        filters.put("account", visitor.parameter("account").orElse(""));
        return filters;
    }

    public List<Choice> getPlans() {
        return plans;
    }

    public String getStatus() {
        return status().map(Status::word).orElse("");
    }

    public String getPlan() {
        return visitor.parameter("plan").orElse("");
    }

    public String getCustomer() {
        return visitor.parameter("customer").orElse("");
    }

    public boolean isCutOff() {
        return customers.isCutOff();
    }

    /** A state as a filter. */
    public record Tab(String link, String text, String number, String style) {
    }

    /** A plan as a filter. */
    public record Choice(String slug, String name, boolean chosen) {
    }
}
