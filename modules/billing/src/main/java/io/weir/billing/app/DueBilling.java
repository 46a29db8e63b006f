package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredInvoice.Claim;
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
import java.util.Optional;
import java.util.UUID;

/**
 * What is due of one tenant, a bounded number in a transaction, so that a crash loses little and no lock is held for
 * long. Each answers whether there may be more; what has been dealt with is not due again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class DueBilling {
    static final String USAGE = "usage/";
    private static final int MOST = 100;
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

    /** A draft for each period that is over; the period's own mark and the draft's cause make it once. */
    public boolean draftSome(TenantId tenant) {
        var over = periods.over(tenant, MOST);
        var grace = Duration.ofHours(parties.deadlines(tenant).draftHours());
        over.forEach(id -> periods.bill(tenant, id).ifPresent(period -> draft(tenant, period, grace)));
        return over.size() >= MOST;
    }

    private void draft(TenantId tenant, Priced period, Duration grace) {
        var claim = new Claim(period.account(), Reason.USAGE, USAGE + period.id(), period.plan().price().currency(),
                Optional.of(period.subscription()), Optional.of(Period.between(period.from(), period.until())));
        if (book.ofCause(claim.cause()).isEmpty()) {
            invoicing.draft(tenant, claim, bills.price(tenant, period), period.until().plus(grace));
        }
    }

    /** Drafts whose time to wait is over, priced once more. Over nothing no invoice is made. */
    public boolean makeSomeFinal(TenantId tenant) {
        var due = book.dueDrafts(time.now(tenant), MOST);
        due.forEach(id -> book.lock(id).filter(StoredInvoice::isDraft).ifPresent(draft -> makeFinal(tenant, draft)));
        return due.size() >= MOST;
    }

    private void makeFinal(TenantId tenant, StoredInvoice draft) {
        var period = UUID.fromString(draft.cause().substring(USAGE.length()));
        var priced = bills.price(tenant, periods.find(tenant, period).orElseThrow());
        if (priced.lines().isEmpty()) {
            book.drop(draft);
        } else {
            invoicing.makeFinal(tenant, draft, priced);
        }
    }

    /** Invoices for periods that are to follow soon. */
    public boolean renewSome(TenantId tenant) {
        var until = time.now(tenant).plus(Duration.ofDays(parties.deadlines(tenant).renewalDays()));
        var due = lifecycle.toRenew(tenant, until, MOST);
        due.forEach(each -> renewals.make(tenant, each));
        return due.size() >= MOST;
    }

    /** What was issued before hashes were kept. */
    public boolean sealSome(TenantId tenant) {
        var found = book.unsealed(MOST);
        found.forEach(id -> book.lock(id).ifPresent(invoice -> invoice.seal(book.lines(id))));
        return found.size() >= MOST;
    }
}
