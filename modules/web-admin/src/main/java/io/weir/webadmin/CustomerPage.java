package io.weir.webadmin;

import io.weir.identity.api.ApiKeys;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.metering.api.Allowances;
import io.weir.payments.api.Payments;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One customer: what they have, what they used, what they paid, and keeping them out. */
@Named("customer")
@RequestScoped
public class CustomerPage {
    private static final int SHOWN_PAYMENTS = 20;

    @Inject
    private Accounts accounts;
    @Inject
    private Users users;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private CurrentPlans plans;
    @Inject
    private Allowances allowances;
    @Inject
    private Payments payments;
    @Inject
    private PaymentRows rows;
    @Inject
    private ApiKeys keys;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Account account;
    private UserProfile owner;
    private Optional<Subscription> plan;
    private List<Gauge> balances;
    private List<Row> subscribed;
    private List<PaymentRows.Row> paid;
    private String reason;
    private String externalId;

    @PostConstruct
    void find() {
        account = accounts.account(visitor.tenantId(), AccountId.of(visitor.parameter("id").orElse("")));
        externalId = account.externalId().orElse(null);
        owner = users.profile(visitor.tenantId(), account.owner());
        plan = plans.of(account.id());
        balances = allowances.balances(visitor.tenantId(), account.id()).stream().map(this::gauge).toList();
        subscribed = subscriptions.of(visitor.tenantId(), account.id()).stream().map(this::row).toList();
        paid = payments.history(visitor.tenantId(), account.id(), new Page.Request(1, SHOWN_PAYMENTS)).items().stream()
                .map(rows::row).toList();
    }

    private Gauge gauge(Allowances.Balance balance) {
        int decimals = balance.meter().decimals();
        long percent = balance.granted() == 0 ? 0 : Math.min(100, balance.used() * 100 / balance.granted());
        return new Gauge(balance.meter().title(), format.quantity(balance.remaining(), decimals),
                format.text("usedOf", format.quantity(balance.used(), decimals),
                        format.quantity(balance.granted(), decimals)), percent,
                percent >= 100 ? "full" : percent >= 80 ? "high" : "");
    }

    private Row row(Subscription subscription) {
        String status = subscription.status().word();
        return new Row(subscription.id().toString(), subscription.plan().name(), status,
                format.text("subscription." + status),
                plans.span(subscription.period()));
    }

    public String suspend() {
        return notices.attempt("suspend", () -> {
            accounts.suspend(visitor.tenantId(), account.id(), reason);
            notices.done(format.text("suspended", account.name()));
            return again();
        });
    }

    public String reactivate() {
        return notices.attempt("reactivate", () -> {
            accounts.reactivate(visitor.tenantId(), account.id());
            notices.done(format.text("reactivated", account.name()));
            return again();
        });
    }

    public String nameExternally() {
        return notices.attempt("external", Map.of("EXTERNAL_ID_TAKEN", "externalId"), () -> {
            accounts.nameExternally(visitor.tenantId(), account.id(),
                    Optional.ofNullable(externalId).map(String::strip));
            notices.done(format.text("externalIdSaved"));
            return again();
        });
    }

    private String again() {
        return "/customer?faces-redirect=true&id=" + account.id();
    }

    public String getId() {
        return account.id().toString();
    }

    public String getName() {
        return account.name();
    }

    public String getEmail() {
        return account.email();
    }

    public String getOwner() {
        return owner.fullName();
    }

    public String getPhone() {
        return owner.phoneNumber().orElse(Format.NOTHING);
    }

    public String getSince() {
        return format.day(account.createdAt());
    }

    public String getLastSignIn() {
        return format.time(owner.lastLoginAt());
    }

    public boolean isSuspended() {
        return account.suspension().isPresent();
    }

    public String getSuspension() {
        return account.suspension().map(s -> format.text("suspendedSince", format.time(s.at()), names.person(s.by()),
                s.reason())).orElse("");
    }

    public String getPlan() {
        return plan.map(s -> s.plan().name()).orElse(Format.NOTHING);
    }

    public String getPlanPeriod() {
        return plan.map(s -> plans.span(s.period())).orElse("");
    }

    public String getActiveKeys() {
        return format.number(keys.of(visitor.tenantId(), account.id()).stream()
                .filter(k -> k.status().equals("active")).count());
    }

    public List<Gauge> getBalances() {
        return balances;
    }

    public List<Row> getSubscriptions() {
        return subscribed;
    }

    public List<PaymentRows.Row> getPayments() {
        return paid;
    }

    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(String externalId) {
        this.externalId = externalId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** A meter's bar; {@code percent} used, {@code level} its style class. */
    public record Gauge(String title, String remaining, String usedOf, long percent, String level) {
    }

    /** A subscription, past or present. */
    public record Row(String id, String plan, String status, String statusText, String period) {
    }
}
