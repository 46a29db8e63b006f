package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.app.Invoicing.Wanted;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is due of one tenant, and each kind of work for a page of it: in a transaction of its own, all or none, with as
 * many statements for many as for one. What has been dealt with is not due again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class DueBilling {
    static final String USAGE = "usage/";
    private PricedPeriods periods;
    private Lifecycle lifecycle;
    private UsageBills bills;
    private InvoicedRenewals renewals;
    private Invoicing invoicing;
    private InvoiceBook book;
    private InvoiceParties parties;
    private Time time;

    protected DueBilling() {
    }

    @Inject
    public DueBilling(PricedPeriods periods, Lifecycle lifecycle, UsageBills bills, InvoicedRenewals renewals,
            Invoicing invoicing, InvoiceBook book, InvoiceParties parties, Time time) {
        this.periods = periods;
        this.lifecycle = lifecycle;
        this.bills = bills;
        this.renewals = renewals;
        this.invoicing = invoicing;
        this.book = book;
        this.parties = parties;
        this.time = time;
    }

    public List<UUID> over(TenantId tenant, int most) {
        return periods.over(tenant, most);
    }

    /** A draft for each period that is over; the period's own mark and the draft's cause make it once. */
    public void draft(TenantId tenant, List<UUID> page) {
        var over = periods.bill(tenant, page);
        var made = book.madeOf(over.stream().map(DueBilling::cause).toList());
        var open = over.stream().filter(period -> !made.contains(cause(period))).toList();
        var priced = bills.price(tenant, open);
        var grace = Duration.ofHours(parties.deadlines(tenant).draftHours());
        invoicing.drafts(tenant, open.stream()
                .map(period -> new Wanted(claim(period), priced.get(period.id()))).toList(),
                claim -> claim.period().flatMap(Period::until).orElseThrow().plus(grace));
    }

    private static Claim claim(Priced period) {
        return new Claim(period.account(), Reason.USAGE, cause(period), period.plan().price().currency(),
                Optional.of(period.subscription()), Optional.of(Period.between(period.from(), period.until())));
    }

    private static String cause(Priced period) {
        return USAGE + period.id();
    }

    public List<UUID> waited(TenantId tenant, int most) {
        return book.dueDrafts(time.now(tenant), most);
    }

    /** Drafts whose time to wait is over, priced once more. Over nothing no invoice is made. */
    public void makeFinal(TenantId tenant, List<UUID> page) {
        var drafts = book.lock(page).stream().filter(StoredInvoice::isDraft).toList();
        var priced = bills.price(tenant, periods.find(tenant, drafts.stream().map(DueBilling::period).toList()));
        var worth = new LinkedHashMap<StoredInvoice, Draft>();
        for (var draft : drafts) {
            var price = Objects.requireNonNull(priced.get(period(draft)), () -> "the period of " + draft.cause());
            if (price.lines().isEmpty()) {
                book.drop(draft);
            } else {
                worth.put(draft, price);
            }
        }
        invoicing.makeFinal(tenant, worth);
    }

    private static UUID period(StoredInvoice draft) {
        return UUID.fromString(draft.cause().substring(USAGE.length()));
    }

    public List<UUID> ending(TenantId tenant, int most) {
        var until = time.now(tenant).plus(Duration.ofDays(parties.deadlines(tenant).renewalDays()));
        return lifecycle.toRenew(tenant, until, most);
    }

    /** Invoices for periods that are to follow soon. */
    public void renew(TenantId tenant, List<UUID> page) {
        renewals.make(tenant, page);
    }

    public List<UUID> unsealed(TenantId tenant, int most) {
        return book.unsealed(most);
    }

    /** What was issued before hashes were kept. */
    public void seal(TenantId tenant, List<UUID> page) {
        book.lock(page).forEach(invoice -> invoice.seal(book.lines(invoice.id())));
    }
}
