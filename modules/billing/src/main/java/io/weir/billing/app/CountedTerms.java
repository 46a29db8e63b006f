package io.weir.billing.app;

import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.Coupon;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How.Discount;
import io.weir.billing.domain.pricing.Line;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Tax and coupon: as they counted for a period that was, and as they are today. */
@ApplicationScoped
public class CountedTerms {
    private static final String TRIAL = "trial/";
    private InvoiceBook book;
    private InvoiceParties parties;
    private RunningCoupons coupons;
    private Lifecycle lifecycle;
    private Pricer pricer;

    protected CountedTerms() {
    }

    @Inject
    public CountedTerms(InvoiceBook book, InvoiceParties parties, RunningCoupons coupons, Lifecycle lifecycle,
            Pricer pricer) {
        this.book = book;
        this.parties = parties;
        this.coupons = coupons;
        this.lifecycle = lifecycle;
        this.pricer = pricer;
    }

    /** How a bill is taxed, and which coupon comes off it. */
    record Terms(TaxDecision tax, Optional<Draft.Redeemed> coupon) {
    }

    Terms today(TenantId tenant, AccountId account, Currency currency) {
        var running = lifecycle.running(tenant, account).map(PaidPeriod::subscription);
        return new Terms(parties.tax(tenant, account),
                running.flatMap(subscription -> forEver(tenant, subscription, currency)));
    }

    private Optional<Draft.Redeemed> forEver(TenantId tenant, UUID subscription, Currency currency) {
        return coupons.of(subscription).filter(running -> countsAlways(running, currency))
                .map(running -> pricer.redeemed(tenant, running.redeemed()));
    }

    static boolean countsAlways(RunningCoupon running, Currency currency) {
        var coupon = running.coupon();
        return coupon.periods().isEmpty()
                && !(coupon.worth() instanceof Coupon.Off off && !off.amount().currency().equals(currency));
    }

    /** Nothing was asked for it. */
    static boolean isTrial(Priced period) {
        return period.cause().filter(cause -> cause.startsWith(TRIAL)).isPresent();
    }

    /** Of the invoice that paid for it. */
    Terms inAdvance(Priced period, Terms otherwise) {
        return period.cause().flatMap(book::payingFor).map(paid -> of(paid, otherwise))
                .orElseGet(() -> new Terms(otherwise.tax(), Optional.empty()));
    }

    /** Of the invoice over its usage, or as that will be made. */
    Terms ofUsage(TenantId tenant, Priced period, Terms otherwise) {
        return book.ofCause(DueBilling.USAGE + period.id()).filter(invoice -> !invoice.isDraft())
                .map(invoice -> of(invoice, otherwise)).orElseGet(() -> new Terms(otherwise.tax(),
                        forEver(tenant, period.subscription(), period.plan().price().currency())));
    }

    private Terms of(StoredInvoice invoice, Terms otherwise) {
        var lines = book.lines(invoice.id()).stream().map(StoredLine::line).toList();
        var tax = lines.stream().filter(line -> line.kind() != LineKind.PRORATION && line.kind() != LineKind.DISCOUNT
                && line.kind() != LineKind.OTHER).map(line -> line.basis().tax()).findFirst();
        return new Terms(tax.orElse(otherwise.tax()), coupon(lines));
    }

    /** It covered what these lines are of, and covers the same again. */
    private static Optional<Draft.Redeemed> coupon(List<Line> lines) {
        for (var line : lines) {
            if (line.basis().how() instanceof Discount discount) {
                return Optional.of(new Draft.Redeemed(new Coupon(discount.coupon(), discount.worth(), Coupon.FOREVER,
                        Set.of(), OptionalLong.empty(), Optional.empty(), true), line.words()));
            }
        }
        return Optional.empty();
    }
}
