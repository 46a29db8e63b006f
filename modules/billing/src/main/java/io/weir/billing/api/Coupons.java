package io.weir.billing.api;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.Money;
import java.util.List;
import java.util.UUID;

/**
 * Codes that make things cheaper. Refused, wherever one is given (field {@code couponCode}, 400): {@code
 * COUPON_UNKNOWN}, {@code COUPON_INACTIVE}, {@code COUPON_EXPIRED}, {@code COUPON_USED_UP}, {@code
 * COUPON_NOT_FOR_PLAN}, {@code COUPON_OTHER_CURRENCY}, {@code COUPON_NOT_COMBINABLE}.
 */
public interface Coupons {
    /** What a plan would cost this account with it; nothing is taken. */
    Effect effect(Caller caller, String code, UUID plan);

    /** The same without one: what is to be paid, with its tax; {@code code} and {@code name} are empty. */
    Effect without(Caller caller, UUID plan);

    /** {@code saved}: with its tax. {@code lines}: as they would stand on the invoice. */
    record Effect(String code, String name, Money regular, Money saved, Money total, List<Invoice.Line> lines) {
    }
}
