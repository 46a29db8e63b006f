package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Reason;
import io.weir.kernel.api.AccountId;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A priced order. Open until its payment is settled or will never be; its coupon is taken meanwhile. */
@Entity(name = "StoredOrder")
@Table(name = "billing_order")
public class StoredOrder extends TenantOwned {
    private static final String OPEN = "open";
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String account;
    @Column(name = "state")
    private String state;
    @Column(name = "reason")
    private String reason;
    @Column(name = "content")
    private String content;
    @Column(name = "coupon_code")
    private String couponCode;
    @Column(name = "subscription_id")
    private String subscription;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredOrder() {
    }

    /** The id is its payment's. */
    public StoredOrder(UUID id, PricedOrder order, Instant now) {
        this.id = id.toString();
        this.account = order.account().toString();
        this.state = OPEN;
        this.reason = order.reason().word();
        this.content = order.content().json();
        this.couponCode = order.coupon().filter(coupon -> !coupon.running())
                .map(coupon -> coupon.coupon().code()).orElse(null);
        this.subscription = order.from().map(UUID::toString).orElse(null);
        this.createdAt = now;
    }

    public void settle() {
        state = "settled";
    }

    public void drop() {
        state = "dropped";
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    public PricedOrder order() {
        var read = PricedOrder.Content.read(content);
        return new PricedOrder(AccountId.of(account), Reason.valueOf(reason.toUpperCase(Locale.ROOT)), read.draft(),
                read.coupon(), Optional.ofNullable(subscription).map(UUID::fromString), read.excess());
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    /** The coupon that was taken for it. */
    public Optional<String> taken() {
        return Optional.ofNullable(couponCode);
    }
}
