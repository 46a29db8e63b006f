package io.weir.billing.app;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.domain.CouponCounts;
import io.weir.billing.domain.CustomerBook;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.InvoiceSequence;
import io.weir.billing.domain.OrderBook;
import io.weir.billing.domain.RunningCoupon;
import io.weir.billing.domain.RunningCoupons;
import io.weir.billing.domain.StoredCustomer;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.StoredOrder;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.function.Function;
import java.util.Set;

/** All that billing keeps, in memory. */
final class Ledgers implements InvoiceBook, InvoiceSequence, OrderBook, CouponCounts, RunningCoupons, CustomerBook {
    final List<StoredInvoice> invoices = new ArrayList<>();
    final Map<UUID, StoredOrder> orders = new LinkedHashMap<>();
    final Map<String, Long> taken = new HashMap<>();
    final List<RunningCoupon> running = new ArrayList<>();
    final Map<UUID, List<StoredLine>> lines = new HashMap<>();
    private final Map<AccountId, StoredCustomer> customers = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    Invoice view(StoredInvoice invoice) {
        return invoice.view(lines(invoice.id()), invoice.corrects().flatMap(this::find)
                .flatMap(StoredInvoice::number));
    }

    List<Invoice> views() {
        return invoices.stream().map(this::view).toList();
    }

    @Override
    public Optional<StoredInvoice> find(UUID invoice) {
        return invoices.stream().filter(each -> each.id().equals(invoice)).findFirst();
    }

    @Override
    public Optional<StoredInvoice> lock(UUID invoice) {
        return find(invoice);
    }

    @Override
    public List<StoredInvoice> lock(List<UUID> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Set<String> madeOf(Collection<String> causes) {
        return invoices.stream().map(StoredInvoice::cause).filter(causes::contains).collect(Collectors.toSet());
    }

    @Override
    public Optional<StoredInvoice> ofCause(String cause) {
        return invoices.stream().filter(each -> each.cause().equals(cause)).findFirst();
    }

    @Override
    public Optional<StoredInvoice> ofPayment(UUID payment) {
        return invoices.stream().filter(each -> each.payment().filter(payment::equals).isPresent()).findFirst();
    }

    @Override
    public List<StoredLine> lines(UUID invoice) {
        return lines.getOrDefault(invoice, List.of());
    }

    @Override
    public Map<UUID, List<StoredLine>> lines(Collection<UUID> of) {
        return of.stream().collect(Collectors.toMap(Function.identity(), this::lines));
    }

    @Override
    public void keep(Map<StoredInvoice, List<StoredLine>> more) {
        invoices.addAll(more.keySet());
        replaceLines(more);
    }

    @Override
    public void replaceLines(Map<StoredInvoice, List<StoredLine>> drafts) {
        drafts.forEach((draft, its) -> lines.put(draft.id(), its));
    }

    @Override
    public void drop(StoredInvoice draft) {
        invoices.remove(draft);
    }

    @Override
    public List<StoredInvoice> creditNotes(UUID invoice) {
        return invoices.stream().filter(each -> each.corrects().filter(invoice::equals).isPresent()).toList();
    }

    @Override
    public List<StoredInvoice> open(UUID subscription, Reason reason) {
        return invoices.stream().filter(each -> each.subscription().filter(subscription::equals).isPresent()
                && each.status() == Invoice.Status.OPEN && each.reason() == reason).toList();
    }

    @Override
    public List<String> causes(Collection<UUID> subscriptions, Reason reason) {
        return invoices.stream().filter(each -> each.reason() == reason
                && each.subscription().filter(subscriptions::contains).isPresent()).map(StoredInvoice::cause).toList();
    }

    @Override
    public List<UUID> dueDrafts(Instant by, int most) {
        return invoices.stream().filter(each -> each.isDraft() && !each.moments().finalAt().isAfter(by)).limit(most)
                .map(StoredInvoice::id).toList();
    }

    @Override
    public Optional<Instant> nextDraft(Instant after) {
        return invoices.stream().filter(StoredInvoice::isDraft).map(each -> each.moments().finalAt())
                .filter(at -> at.isAfter(after)).min(Instant::compareTo);
    }

    @Override
    public List<UUID> unsealed(int most) {
        return List.of();
    }

    @Override
    public List<StoredInvoice> issued(Instant from, Instant until, String after, int most) {
        return invoices.stream().filter(each -> !each.isDraft() && each.id().toString().compareTo(after) > 0)
                .limit(most).toList();
    }

    @Override
    public long next(TenantId tenant, Kind series, int year, int count) {
        return 1 - count + counts.merge(series + " " + year, (long) count, Long::sum);
    }

    @Override
    public void add(StoredOrder order) {
        orders.put(order.id(), order);
    }

    @Override
    public Optional<StoredOrder> lockOrder(UUID order) {
        return Optional.ofNullable(orders.get(order));
    }

    @Override
    public List<UUID> openBefore(Instant moment, String after, int most) {
        return orders.values().stream().filter(StoredOrder::isOpen).map(StoredOrder::id)
                .filter(id -> id.toString().compareTo(after) > 0).limit(most).toList();
    }

    @Override
    public boolean take(TenantId tenant, String code, OptionalLong most) {
        if (taken(tenant, code) >= most.orElse(Long.MAX_VALUE)) {
            return false;
        }
        taken.merge(code, 1L, Long::sum);
        return true;
    }

    @Override
    public void giveBack(TenantId tenant, String code) {
        taken.merge(code, -1L, Long::sum);
    }

    @Override
    public long taken(TenantId tenant, String code) {
        return taken.getOrDefault(code, 0L);
    }

    @Override
    public Optional<RunningCoupon> of(UUID subscription) {
        return running.stream().filter(coupon -> coupon.subscription().equals(subscription)).findFirst();
    }

    @Override
    public void add(RunningCoupon coupon) {
        running.add(coupon);
    }

    @Override
    public List<RunningCoupon> of(Collection<AccountId> accounts) {
        return running.stream().filter(coupon -> accounts.contains(coupon.account())).toList();
    }

    @Override
    public List<StoredCustomer> find(Collection<AccountId> accounts) {
        return accounts.stream().flatMap(account -> find(account).stream()).toList();
    }

    @Override
    public Optional<StoredCustomer> find(AccountId account) {
        return Optional.ofNullable(customers.get(account));
    }

    @Override
    public void add(StoredCustomer customer) {
        customers.put(Fixture.ACCOUNT, customer);
    }
}
