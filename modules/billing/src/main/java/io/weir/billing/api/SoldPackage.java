package io.weir.billing.api;

import io.weir.kernel.api.Money;

/**
 * One thing that is sold, over its invoices less their credit notes. {@code kind}: {@code plan}, {@code usage}, {@code
 * extension}, {@code credits} or {@code other}. {@code item}: a plan's slug, a package's id, or what else named it.
 * {@code sold}: invoices. {@code gross}: with tax.
 */
public record SoldPackage(String kind, String item, String name, long sold, Money net, Money gross) {
}
