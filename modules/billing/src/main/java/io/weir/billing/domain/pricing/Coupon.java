package io.weir.billing.domain.pricing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A code that makes something cheaper. {@code periods}: of how many periods the price is less, absent for all to come.
 * {@code plans}: slugs, empty for everything that is sold. One invoice takes one coupon.
 */
public record Coupon(String code, Worth worth, OptionalInt periods, Set<String> plans, OptionalLong maxRedemptions,
                     Optional<Instant> expiresAt, boolean active) {
    /** Of a coupon's {@code periods}. */
    public static final OptionalInt ONCE = OptionalInt.of(1);
    public static final OptionalInt FOREVER = OptionalInt.empty();

    public Coupon {
        plans = Set.copyOf(plans);
        if (periods.isPresent() && periods.getAsInt() < 1) {
            throw new IllegalArgumentException(code + " for " + periods.getAsInt() + " periods");
        }
    }

    /** Why it can't be redeemed for this; the first reason. Absent when it can. */
    public Optional<No> refusal(Wish wish) {
        if (!active) {
            return Optional.of(No.INACTIVE);
        }
        if (expiresAt.isPresent() && !wish.at().isBefore(expiresAt.get())) {
            return Optional.of(No.EXPIRED);
        }
        if (maxRedemptions.isPresent() && wish.redemptions() >= maxRedemptions.getAsLong()) {
            return Optional.of(No.USED_UP);
        }
        if (!plans.isEmpty() && wish.plan().filter(plans::contains).isEmpty()) {
            return Optional.of(No.NOT_FOR_PLAN);
        }
        if (worth instanceof Off off && !off.amount().currency().equals(wish.currency())) {
            return Optional.of(No.OTHER_CURRENCY);
        }
        return wish.another() ? Optional.of(No.NOT_COMBINABLE) : Optional.empty();
    }

    /** @param period 0 for the one it was redeemed with */
    public boolean lastsFor(int period) {
        return periods.isEmpty() || period < periods.getAsInt();
    }

    /**
     * Whether a line of this kind, of this plan if any, gets cheaper. An amount is taken off what is asked for in
     * advance only: usage has an invoice of its own, and would get it a second time.
     */
    boolean covers(LineKind kind, Optional<String> plan) {
        if (kind == LineKind.DISCOUNT || kind == LineKind.PRORATION || worth instanceof Off && kind.isAfterwards()) {
            return false;
        }
        return plans.isEmpty() || kind.isOfPlan() && plan.filter(plans::contains).isPresent();
    }

    /**
     * What it is to be redeemed for: a plan, or something else. {@code redemptions}: by whomever, so far. {@code
     * another}: one is running for this subscription.
     */
    public record Wish(Optional<String> plan, Currency currency, Instant at, long redemptions, boolean another) {
    }

    /** Why not. */
    public enum No {
        INACTIVE, EXPIRED, USED_UP, NOT_FOR_PLAN, OTHER_CURRENCY, NOT_COMBINABLE;

        /** The code of a refusal: COUPON_EXPIRED. */
        public String code() {
            return "COUPON_" + name();
        }
    }

    /** How much less. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = Off.class, name = "amount")})
    public sealed interface Worth {
        Money of(Money price);
    }

    /** 0 to 100, to the hundredth. */
    public record Percent(BigDecimal percent) implements Worth {
        public Percent {
            percent = Rounding.plain(percent);
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 2) {
                throw new IllegalArgumentException("a coupon of " + percent + " %");
            }
        }

        @Override
        public Money of(Money price) {
            return Rounding.percent(price, percent);
        }
    }

    /** So much once per invoice, but never more than the price. */
    public record Off(Money amount) implements Worth {
        public Off {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("a coupon of " + amount);
            }
        }

        @Override
        public Money of(Money price) {
            return amount.compareTo(price) < 0 ? amount : price;
        }
    }
}
