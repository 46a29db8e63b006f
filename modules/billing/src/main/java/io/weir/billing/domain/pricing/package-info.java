/**
 * What a line costs and why: rating, tax, coupons, proration, and the invoice that is being made of them. Pure: from
 * values to values, so that what was computed once can be computed again from the inputs that a line keeps.
 */
package io.weir.billing.domain.pricing;
