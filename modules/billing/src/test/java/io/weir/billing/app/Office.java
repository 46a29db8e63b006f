package io.weir.billing.app;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.BillingTerms;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Messages;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Billing put together over what it keeps in memory; its neighbours answer what a test lets them. */
final class Office implements Time, BillingDefinition {
    final Ledgers ledgers = new Ledgers();
    final List<Record> told = new ArrayList<>();
    final List<String> credited = new ArrayList<>();
    final Map<String, Fixture.Answer> subscriptionVerbs = new HashMap<>();
    final Map<String, Fixture.Answer> lifecycleVerbs = new HashMap<>();
    final Map<String, Fixture.Answer> periodVerbs = new HashMap<>();
    final List<Payments.Order> asked = new ArrayList<>();
    final List<Plan> plans = new ArrayList<>();
    List<Allowances.Holding> holdings = List.of();
    BillingTerms terms = BillingTerms.NONE;
    Instant now = Fixture.NOW;
    RuntimeException gatewayFails;

    final Tenants tenants = Fixture.fake(Tenants.class, (verb, arguments) -> Fixture.tenant("en"));
    final Messages messages = Fixture.fake(Messages.class, (verb, arguments) -> arguments[1] + " "
            + List.of((Object[]) arguments[2]));
    final Subscriptions subscriptions = byVerb(Subscriptions.class, subscriptionVerbs);
    final Lifecycle lifecycle = byVerb(Lifecycle.class, lifecycleVerbs);
    final PricedPeriods periods = byVerb(PricedPeriods.class, periodVerbs);
    final AccountCredits accountCredits = Fixture.fake(AccountCredits.class, (verb, arguments) -> {
        credited.add(verb + " " + arguments[2] + " because of " + arguments[3]);
        return null;
    });
    final Catalogue catalogue = Fixture.fake(Catalogue.class, (verb, arguments) -> switch (verb) {
        case "plan" -> plans.stream().filter(plan -> plan.id().equals(arguments[1])).findFirst().orElseThrow();
        case "planBySlug" -> plans.stream().filter(plan -> plan.slug().equals(arguments[1])).findFirst();
        default -> Fixture.Answer.unexpected(verb);
    });
    final Payments payments = Fixture.fake(Payments.class, (verb, arguments) -> switch (verb) {
        case "request" -> request((Payments.Order) arguments[1]);
        case "payment" -> throw Refusal.notFound("PAYMENT_NOT_FOUND").asException();
        case "ofAccount" -> asked.stream().filter(order -> order.id().equals(arguments[2])).findFirst()
                .map(order -> Fixture.open(order.id(), order.purpose(), order.amount()))
                .orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
        default -> Fixture.Answer.unexpected(verb);
    });
    final KeptBillingDetails details = new KeptBillingDetails(ledgers, this,
            Fixture.fake(AuditLog.class, (verb, arguments) -> null));
    final InvoiceParties parties = new InvoiceParties(tenants, accounts(), this, details);
    final Wordings words = new Wordings(tenants, messages);
    final Pricer pricer = new Pricer(parties, words);
    final Invoicing invoicing = new Invoicing(this, tenants, ledgers, ledgers, parties,
            (tenant, event) -> told.add(event));
    final CreditNotes creditNotes = new CreditNotes(ledgers, invoicing, accountCredits, words, this);
    final Orders orders = new Orders(ledgers, ledgers, this);
    final AfterStart afterStart = new AfterStart(ledgers, creditNotes);
    final InvoicedRenewals renewals = new InvoicedRenewals(ledgers, invoicing, pricer, ledgers, creditNotes, lifecycle,
            subscriptions, catalogue, accountCredits, parties);
    final OpenInvoices openInvoices = new OpenInvoices(ledgers, invoicing, renewals, accountCredits);
    final CouponDesk coupons = new CouponDesk(this, ledgers, this);
    final PlanChangePrices changes = new PlanChangePrices(lifecycle, ledgers, pricer, ledgers, words);

    /** The holdings in short. */
    List<Allowances.Opened> opened() {
        return holdings.stream().map(holding -> new Allowances.Opened(holding.source(), holding.meter(),
                holding.granted(), holding.used(), holding.overage())).toList();
    }

    DueBilling due() {
        var allowances = Fixture.fake(Allowances.class, (verb, arguments) -> opened());
        var bills = new UsageBills(allowances, Fixture.meters(), parties, ledgers, pricer, words);
        return new DueBilling(periods, lifecycle, bills, renewals, invoicing, ledgers, parties, this);
    }

    Starting starting(Extensions extensions, CreditPurchases credits) {
        return new Starting(subscriptions, extensions, credits, Fixture.words());
    }

    Checkout checkout() {
        var nothing = starting(null, null);
        return new Checkout(orders, new OrderTickets(orders, payments), payments,
                new PaymentDescriptions(tenants, messages), new StartedAtOnce(orders, nothing, invoicing, ledgers, afterStart));
    }

    private Payment request(Payments.Order order) {
        if (gatewayFails != null) {
            throw gatewayFails;
        }
        asked.add(order);
        return Fixture.payment(order.id(), order.purpose(), order.amount());
    }

    Payment payment(String kind, String item, Money amount) {
        return Fixture.payment(new PaymentId(UUID.randomUUID()), new Payment.Purpose(kind, item), amount);
    }

    private static Accounts accounts() {
        var only = new Account(Fixture.ACCOUNT, "Nguyễn Văn A", Fixture.USER, "a@example.com", Fixture.NOW,
                Optional.empty(), Optional.empty());
        return Fixture.fake(Accounts.class, (verb, arguments) -> verb.equals("accounts") ? List.of(only) : only);
    }

    private static <T> T byVerb(Class<T> type, Map<String, Fixture.Answer> verbs) {
        return Fixture.fake(type, (verb, arguments) -> verbs.getOrDefault(verb,
                (unknown, none) -> Fixture.Answer.unexpected(verb)).to(verb, arguments));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant now(TenantId tenant) {
        return now;
    }

    @Override
    public BillingTerms of(TenantId tenant) {
        return terms;
    }

    @Override
    public void define(TenantId tenant, BillingTerms wanted, boolean onlyMissing) {
        terms = wanted;
    }
}
