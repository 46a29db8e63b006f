package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Canonical;
import io.weir.billing.domain.pricing.Coupon;
import io.weir.kernel.api.AccountId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * The coupon that makes a subscription's periods cheaper, as it was when it was redeemed: what becomes of it in the
 * catalogue takes nothing away.
 */
@Entity(name = "RunningCoupon")
@Table(name = "billing_running_coupon")
public class RunningCoupon extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "account_id")
    private String account;
    @Column(name = "subscription_id")
    private String subscription;
    @Column(name = "coupon")
    private String coupon;
    @Column(name = "name")
    private String name;
    @Column(name = "periods")
    private int periods;
    @Version
    @Column(name = "version")
    private long version;

    protected RunningCoupon() {
    }

    public RunningCoupon(AccountId account, UUID subscription, PricedOrder.Redeemed redeemed) {
        this.id = Ids.next().toString();
        this.account = account.toString();
        this.subscription = subscription.toString();
        this.coupon = Canonical.json(redeemed.coupon());
        this.name = redeemed.name();
        this.periods = 1;
    }

    /** Whether the next period is cheaper too. */
    public boolean goesOn() {
        return coupon().lastsFor(periods);
    }

    public void count() {
        periods++;
    }

    /** Another plan took the place of the one it ran for. */
    public void moveTo(UUID other) {
        subscription = other.toString();
    }

    public AccountId account() {
        return AccountId.of(account);
    }

    public UUID subscription() {
        return UUID.fromString(subscription);
    }

    public Coupon coupon() {
        return Canonical.read(coupon, Coupon.class);
    }

    public PricedOrder.Redeemed redeemed() {
        return new PricedOrder.Redeemed(coupon(), name, true);
    }
}
