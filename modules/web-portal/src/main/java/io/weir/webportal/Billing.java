package io.weir.webportal;

import io.weir.kernel.api.Page;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** What was paid and what is to be paid, and what the account has with the tenant. */
@Named
@RequestScoped
public class Billing {
    private static final int PAGE_SIZE = 20;

    @Inject
    private Payments payments;
    @Inject
    private AccountCredits credits;
    @Inject
    private PaymentRows rows;
    @Inject
    private PaymentSearch search;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<PaymentRows.Row> page;
    private List<Entry> entries;

    /** Gateways that know no better bring payers back here. */
    public String lead() {
        return search.orderCode().map(code -> "/payment?faces-redirect=true&orderCode=" + code).orElse(null);
    }

    private Page<PaymentRows.Row> page() {
        if (page == null) {
            page = payments.history(visitor.tenantId(), visitor.account(), visitor.page(PAGE_SIZE)).map(rows::row);
        }
        return page;
    }

    public List<PaymentRows.Row> getPayments() {
        return page().items();
    }

    public Pages getPages() {
        return Pages.of(page(), Map.of());
    }

    /** Empty when the account never had any. */
    public List<Entry> getEntries() {
        if (entries == null) {
            entries = credits.entries(visitor.tenantId(), visitor.account(), Page.Request.first()).items().stream()
                    .map(this::entry).toList();
        }
        return entries;
    }

    private Entry entry(AccountCredits.Entry entry) {
        var amount = format.money(entry.amount());
        return new Entry(format.time(entry.at()), format.word("creditKind", entry.kind().name()),
                entry.amount().isNegative() ? amount : "+" + amount, entry.note().orElse(""));
    }

    public String getBalance() {
        return format.money(credits.balance(visitor.tenantId(), visitor.account()));
    }

    /** A change of the account's credit; {@code amount} with its sign. */
    public record Entry(String at, String kind, String amount, String note) {
    }
}
