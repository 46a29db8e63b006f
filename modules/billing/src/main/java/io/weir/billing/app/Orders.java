package io.weir.billing.app;

import io.weir.billing.domain.CouponCounts;
import io.weir.billing.domain.OrderBook;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.StoredOrder;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders from price to payment. One is written before its gateway hears of it, with its coupon taken; when its payment
 * will never come, the coupon is given back.
 */
@ApplicationScoped
@TenantScoped
public class Orders {
    private OrderBook book;
    private CouponCounts counts;
    private Time time;

    protected Orders() {
    }

    @Inject
    public Orders(OrderBook book, CouponCounts counts, Time time) {
        this.book = book;
        this.counts = counts;
        this.time = time;
    }

    /** Refused: {@code COUPON_USED_UP}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void freeze(TenantId tenant, UUID payment, PricedOrder order) {
        keep(tenant, payment, order);
    }

    /** Whether one is under way under that name; empty when there is none of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Boolean> isOpen(TenantId tenant, UUID payment) {
        return book.lockOrder(payment).map(StoredOrder::isOpen);
    }

    /** Without a payment; in the transaction that starts it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settleAtOnce(TenantId tenant, UUID id, PricedOrder order) {
        keep(tenant, id, order).settle();
    }

    private StoredOrder keep(TenantId tenant, UUID id, PricedOrder order) {
        var stored = new StoredOrder(id, order, time.now());
        stored.taken().ifPresent(code -> {
            if (!counts.take(tenant, code, order.coupon().orElseThrow().coupon().maxRedemptions())) {
                throw CouponDesk.refused("COUPON_USED_UP");
            }
        });
        book.add(stored);
        return stored;
    }

    /** Empty for a payment that was asked for before orders were kept, and for one that a gateway took by itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PricedOrder> settle(TenantId tenant, UUID payment) {
        var found = book.lockOrder(payment);
        found.filter(StoredOrder::isOpen).ifPresent(StoredOrder::settle);
        return found.map(StoredOrder::order);
    }

    /** Quiet when it was settled, dropped or never made. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void drop(TenantId tenant, UUID payment) {
        book.lockOrder(payment).filter(StoredOrder::isOpen).ifPresent(order -> {
            order.drop();
            order.taken().ifPresent(code -> counts.giveBack(tenant, code));
        });
    }

    /** Those that a crash may have left without a payment, behind one. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> forgotten(TenantId tenant, UUID after, int most) {
        return book.openBefore(time.now().minus(Duration.ofHours(1)), after.toString(), most);
    }
}
