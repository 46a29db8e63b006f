package io.weir.webadmin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.AccountCredits.ByHand;
import io.weir.payments.api.AccountCredits.Entry;
import io.weir.payments.api.Decisions;
import io.weir.payments.api.Seen;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The money that a customer has with the tenant, on the customer's page, and writing down that it was sent back. */
@Named("credit")
@RequestScoped
public class CustomerCredit {
    private static final int SHOWN_ENTRIES = 20;

    @Inject
    private AccountCredits credits;
    @Inject
    private Decisions decisions;
    @Inject
    private WaitingDecisions waitingRows;
    @Inject
    private Accounts accounts;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Account account;
    private String seen;
    private Money balance;
    private List<Row> entries;
    private String amount;
    private String note;

    @PostConstruct
    void find() {
        account = accounts.account(visitor.tenantId(), AccountId.of(visitor.parameter("id").orElse("")));
        var found = credits.entries(visitor.tenantId(), account.id(), new Page.Request(1, SHOWN_ENTRIES));
        seen = Seen.of(found);
        entries = found.items().stream().map(this::row).toList();
        balance = credits.balance(visitor.tenantId(), account.id());
    }

    private Row row(Entry entry) {
        return new Row(format.time(entry.at()), format.text("credit." + entry.kind()), format.money(entry.amount()),
                entry.note().orElse(""));
    }

    public String payOut() {
        var read = Amounts.read(amount, balance.currency().getCurrencyCode());
        if (read.isEmpty()) {
            notices.wrong("payOut:amount", format.text("amountForm"));
            return null;
        }
        var next = notices.attempt("payOut", () -> {
            var money = Money.ofMajor(read.get(), balance.currency());
            var waiting = credits.payOut(visitor.tenantId(), account.id(),
                    new ByHand(money, note, visitor.user(), visitor.parameter("seen")));
            notices.done(waiting.isPresent() ? format.text("decisionWaits", format.money(money))
                    : format.text("paidOut", format.money(money), account.name()));
            return "/customer?faces-redirect=true&id=" + account.id();
        });
        if (next == null) {
            find();
        }
        return next;
    }

    public String getBalance() {
        return format.money(balance);
    }

    /** What the form says to have seen, not newer than the balance, so that it counts once. */
    public String getSeen() {
        return seen;
    }

    /** What waits for a second person. */
    public List<WaitingDecisions.Row> getWaiting() {
        return decisions.waiting(visitor.tenantId(), account.id()).stream()
                .filter(decision -> decision.about().payment().isEmpty()).map(waitingRows::row).toList();
    }

    public boolean isAny() {
        return balance.minor() > 0;
    }

    public List<Row> getEntries() {
        return entries;
    }

    /** All there is until somebody says otherwise. */
    public String getAmount() {
        return amount == null ? balance.major().toPlainString() : amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** A move of the balance; {@code amount} has a minus for what went. */
    public record Row(String at, String kind, String amount, String note) {
    }
}
