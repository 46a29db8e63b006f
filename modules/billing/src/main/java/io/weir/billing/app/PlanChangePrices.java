package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.PricedOrder.Excess;
import io.weir.billing.domain.PricedOrder.Redeemed;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.Line;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.Proration;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.billing.domain.pricing.Totals;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What another plan costs now: its full price, less what is left to the second of what was paid for the running period.
 * What would be left over beyond the new price goes to the account's credit.
 */
@ApplicationScoped
public class PlanChangePrices {
    private Lifecycle lifecycle;
    private InvoiceBook book;
    private Pricer pricer;
    private RunningCoupons coupons;
    private Wordings words;

    protected PlanChangePrices() {
    }

    @Inject
    public PlanChangePrices(Lifecycle lifecycle, InvoiceBook book, Pricer pricer, RunningCoupons coupons,
            Wordings words) {
        this.lifecycle = lifecycle;
        this.book = book;
        this.pricer = pricer;
        this.coupons = coupons;
        this.words = words;
    }

    /** A coupon that is given counts; else the one that runs goes on. */
    @Transactional
    @TenantScoped
    public PricedOrder price(TenantId tenant, AccountId account, Plan to, Moment moment) {
        var running = lifecycle.running(tenant, account);
        var next = pricer.planItem(tenant, account, to);
        var coupon = moment.given().or(() -> running.flatMap(period -> coupons.of(period.subscription()))
                .filter(RunningCoupon::goesOn).map(RunningCoupon::redeemed));
        var old = running.filter(period -> period.period().until().isPresent()).flatMap(this::paidBy);
        if (old.isEmpty()) {
            var draft = pricer.draft(tenant, to.price(), List.of(next), coupon);
            return order(account, draft, coupon, running, Optional.empty());
        }
        var rest = old.get().rest(moment.at(), next.tax().inclusive(), words(tenant, old.get(), moment.at()));
        return setOff(tenant, new Change(account, to, next, coupon, running), old.get(), rest);
    }

    /** When it is to be, and with which coupon. */
    public record Moment(Instant at, Optional<Redeemed> given) {
    }

    private record Change(AccountId account, Plan to, Item next, Optional<Redeemed> coupon,
            Optional<PaidPeriod> running) {
    }

    private PricedOrder setOff(TenantId tenant, Change change, Old old, Item rest) {
        var currency = change.to().price().currency();
        if (!rest.how().amount().currency().equals(currency)) {
            var plain = pricer.draft(tenant, change.to().price(), List.of(change.next()), change.coupon());
            return order(change.account(), plain, change.coupon(), change.running(), Optional.empty());
        }
        var back = rest.how().amount().times(-1);
        var beyond = back.minus(change.to().price());
        var capped = beyond.minor() > 0 ? old.capped(rest, beyond) : rest;
        var draft = pricer.draft(tenant, change.to().price(), Proration.change(capped, change.next()),
                change.coupon());
        var excess = beyond.minor() > 0
                ? Optional.of(new Excess(old.invoice().id(), rest.tax().on(beyond).gross())) : Optional.<Excess>empty();
        return order(change.account(), draft, change.coupon(), change.running(), excess);
    }

    private static PricedOrder order(AccountId account, Draft draft, Optional<Redeemed> coupon,
            Optional<PaidPeriod> running, Optional<Excess> excess) {
        return new PricedOrder(account, running.isPresent() ? Reason.CHANGE : Reason.PURCHASE, draft, coupon,
                running.map(PaidPeriod::subscription), excess);
    }

    private String words(TenantId tenant, Old old, Instant at) {
        return words.text(tenant, "LINE_UNUSED", old.period().plan().name(), words.day(tenant, at),
                words.day(tenant, old.period().period().until().orElseThrow()));
    }

    /** What paid for the running period; nothing did for a trial. */
    private Optional<Old> paidBy(PaidPeriod period) {
        return period.cause().flatMap(book::payingFor).flatMap(invoice -> {
            var lines = book.lines(invoice.id()).stream().map(StoredLine::line).toList();
            return lines.stream().filter(line -> line.kind() == LineKind.PLAN).findFirst()
                    .map(line -> new Old(period, invoice, line, new Draft(invoice.currency(), lines,
                            Totals.of(invoice.currency(), lines)).paidFor(line)));
        });
    }

    /** The running period, and the line that it was paid by. {@code paid}: as that was priced. */
    private record Old(PaidPeriod period, StoredInvoice invoice, Line line, Money paid) {
        /** At an instant, with the tax of then, as prices are today. */
        Item rest(Instant at, boolean inclusive, String words) {
            var tax = line.basis().tax();
            return new Item(LineKind.PRORATION, words, Optional.of(period.period()), new Unused(
                    line.basis().how().sold().orElseGet(() -> Pricer.offer(period.plan())),
                    as(tax, paid, inclusive), as(tax, credited(), inclusive), period.period().from(),
                    period.period().until().orElseThrow(), at), tax.priced(inclusive));
        }

        /** Given back of the whole invoice counts against this. */
        private Money credited() {
            var credited = invoice.credited().compareTo(line.gross()) > 0 ? line.gross() : invoice.credited();
            var tax = line.basis().tax();
            return tax.inclusive() ? credited : tax.priced(true).on(credited).net();
        }

        private static Money as(TaxDecision tax, Money amount, boolean inclusive) {
            return tax.inclusive() == inclusive ? amount : inclusive ? tax.on(amount).gross() : tax.on(amount).net();
        }

        /** So much less. */
        Item capped(Item rest, Money beyond) {
            var unused = (Unused) rest.how();
            var kept = Proration.unused(unused).minus(beyond);
            return new Item(rest.kind(), rest.words(), rest.period(), new Unused(unused.offer(), unused.paid(),
                    unused.paid().minus(kept), unused.from(), unused.until(), unused.at()), rest.tax());
        }
    }
}
