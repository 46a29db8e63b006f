package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.metering.api.MeterKey;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Packages;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The module put together over fakes, with one tenant. */
final class House {
    final FakeTime time = new FakeTime();
    final InMemoryShelf shelf = new InMemoryShelf();
    final InMemoryHoldings holdings = new InMemoryHoldings();
    final FakeAllowances allowances = new FakeAllowances(time);
    final FakeRates rates = new FakeRates();
    final FakeAudit audit = new FakeAudit();
    final List<Record> published = new ArrayList<>();
    final OneTenant tenants = new OneTenant();
    final Calendars calendars = new Calendars(time, tenants);
    final MeteredAccess access = new MeteredAccess(holdings, allowances, rates);
    final FreePlans freePlans = new FreePlans(shelf, holdings, access, calendars);
    final PaidPlans paidPlans = new PaidPlans(holdings, access, freePlans,
            (tenant, event) -> published.add(event), calendars);
    final AgreedPlans agreedPlans = new AgreedPlans(holdings, access, calendars);
    final NextPeriods nextPeriods = new NextPeriods(shelf, holdings, paidPlans, access, calendars);
    final DueOfTenant ofTenant = new DueOfTenant(holdings, freePlans, agreedPlans, paidPlans, nextPeriods, calendars);
    final DueSubscriptions due = new DueSubscriptions(tenants, ofTenant, new AllAtOnce());
    final Subscriptions subscriptions = new LockingSubscriptions(shelf, holdings, access, paidPlans,
            new RenewedPlans(shelf, holdings, paidPlans, calendars), agreedPlans,
            new GivenBackPlans(holdings, paidPlans, access, calendars), due, calendars);
    final InvoicedPlans invoiced = invoiced();
    final Extensions extensions = new LockingExtensions(shelf, holdings, access, freePlans, calendars);
    final InMemoryCreditBook book = new InMemoryCreditBook();
    final CreditPurchases credits = new LockingCredits(shelf, holdings, book, allowances, calendars);
    final Packages packages = new CheckedPackages(shelf, new Retirement(shelf, holdings), freePlans, calendars, audit);

    private InvoicedPlans invoiced() {
        var plans = new InvoicedPlans();
        plans.holdings = holdings;
        plans.ending = holdings;
        plans.trials = new Trials(shelf, holdings, paidPlans, access, calendars);
        plans.nextPeriods = nextPeriods;
        plans.subscriptions = subscriptions;
        plans.catalogue = new ShelfCatalogue(shelf);
        plans.calendars = calendars;
        plans.access = access;
        plans.due = ofTenant;
        holdings.renewable(plan -> shelf.plan(plan).orElseThrow().toPlan().renewal() == Plan.Renewal.INVOICE);
        return plans;
    }

    AccountId opened() {
        var account = new AccountId(UUID.randomUUID());
        freePlans.give(OneTenant.ID, account);
        return account;
    }

    long calls(AccountId account) {
        return allowances.open(account, MeterKey.CALLS);
    }
}
