package io.weir.billing.app;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.BillingDetails.Details;
import io.weir.billing.api.Simulation.Sum;
import io.weir.billing.app.CountedTerms.Terms;
import io.weir.billing.domain.CustomerBook;
import io.weir.billing.domain.PastInvoices;
import io.weir.billing.domain.PastInvoices.Amounts;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.StoredCustomer;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.simulation.Limit;
import io.weir.billing.domain.simulation.Ranking.Ranked;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.PastUsage;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.PastPeriods;
import io.weir.subscriptions.api.PastPeriods.Piece;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices one plan for some accounts at once: what it reads, it reads of all of them together. */
@ApplicationScoped
public class SimulatedGroups {
    @Inject
    PastPeriods periods;
    @Inject
    PastUsage usage;
    @Inject
    PastInvoices invoices;
    @Inject
    SimulatedPeriods priced;
    @Inject
    SupposedBills bills;
    @Inject
    BillingDefinition billing;
    @Inject
    CustomerBook customers;
    @Inject
    RunningCoupons coupons;
    @Inject
    Lifecycle lifecycle;
    @Inject
    Pricer pricer;

    /** When it was there, within the span. */
    record Member(AccountId account, Instant from, Instant until) {
        static Member since(AccountId account, Instant opened, Period span) {
            return new Member(account, opened.isAfter(span.from()) ? opened : span.from(),
                    span.until().orElseThrow());
        }

        /** As long as it was there in it, from its beginning; empty when it was not. */
        private Optional<Piece> partOf(Piece piece) {
            var since = from.isAfter(piece.from()) ? from : piece.from();
            var end = until.isBefore(piece.until()) ? until : piece.until();
            return since.isBefore(end) ? Optional.of(new Piece(piece.from(),
                    piece.from().plus(Duration.between(since, end)), piece.planned(), piece.had())) : Optional.empty();
        }
    }

    /** What an account would have paid, and what it was asked for. */
    record Outcome(AccountId account, Sum simulated, Sum real, boolean blocked) {
        Ranked toRanked() {
            return new Ranked(account, simulated, real, blocked);
        }
    }

    /** Those who were there at all. */
    List<Outcome> price(TenantId tenant, Plan plan, Period span, List<Member> members) {
        var there = members.stream().filter(member -> member.from().isBefore(member.until())).toList();
        var ids = there.stream().map(Member::account).toList();
        var currency = plan.price().currency();
        var terms = terms(tenant, ids, currency);
        var pieces = periods.from(tenant, plan, span);
        var used = new ArrayList<Map<AccountId, Map<MeterKey, Long>>>();
        pieces.forEach(piece -> used.add(usage.ofAccounts(tenant, ids, piece.from(), piece.until())));
        var real = invoices.sums(ids, currency, span.from(), span.until().orElseThrow());
        return there.stream().map(member -> {
            var outcome = new Growing(Sum.none(currency));
            for (int i = 0; i < pieces.size(); i++) {
                var units = words(used.get(i).getOrDefault(member.account(), Map.of()));
                member.partOf(pieces.get(i)).ifPresent(piece -> outcome.add(
                        drafts(tenant, plan, piece, units, terms.get(member.account())), isBlocked(plan, units)));
            }
            return new Outcome(member.account(), outcome.sum, sum(real.get(member.account()), currency),
                    outcome.blocked);
        }).toList();
    }

    private List<Draft> drafts(TenantId tenant, Plan plan, Piece piece, Map<String, Long> units, Terms terms) {
        return List.of(bills.inAdvance(tenant, plan, piece, terms),
                bills.usage(tenant, plan, piece, priced.letThrough(tenant, plan, units), terms));
    }

    private static Map<String, Long> words(Map<MeterKey, Long> used) {
        return used.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().value(), Map.Entry::getValue));
    }

    private static boolean isBlocked(Plan plan, Map<String, Long> units) {
        return units.entrySet().stream().anyMatch(each -> Limit.of(plan, each.getKey()).blocked(each.getValue()) > 0);
    }

    private static Sum sum(Amounts amounts, Currency currency) {
        return amounts == null ? Sum.none(currency) : new Sum(new Money(amounts.net(), currency),
                new Money(amounts.tax(), currency), new Money(amounts.gross(), currency));
    }

    /** Today's, of each. */
    private Map<AccountId, Terms> terms(TenantId tenant, Collection<AccountId> accounts, Currency currency) {
        var all = billing.of(tenant);
        var said = customers.find(accounts).stream()
                .collect(Collectors.toMap(StoredCustomer::account, StoredCustomer::details));
        var running = new HashMap<AccountId, Draft.Redeemed>();
        coupons.of(accounts).stream().filter(coupon -> CountedTerms.countsAlways(coupon, currency))
                .filter(coupon -> isRunning(tenant, coupon))
                .forEach(coupon -> running.put(coupon.account(), pricer.redeemed(tenant, coupon.redeemed())));
        return accounts.stream().distinct().collect(Collectors.toMap(account -> account, account -> new Terms(
                InvoiceParties.tax(all, () -> said.getOrDefault(account, Details.NONE)),
                Optional.ofNullable(running.get(account)))));
    }

    private boolean isRunning(TenantId tenant, RunningCoupon coupon) {
        return lifecycle.running(tenant, coupon.account()).map(Lifecycle.PaidPeriod::subscription)
                .filter(coupon.subscription()::equals).isPresent();
    }

    private static final class Growing {
        private Sum sum;
        private boolean blocked;

        private Growing(Sum sum) {
            this.sum = sum;
        }

        private void add(List<Draft> drafts, boolean isBlocked) {
            drafts.forEach(draft -> sum = sum.plus(new Sum(draft.totals().net(), draft.totals().tax(),
                    draft.totals().gross())));
            blocked |= isBlocked;
        }
    }
}
