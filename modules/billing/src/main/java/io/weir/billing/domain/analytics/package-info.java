/** Figures of the business, from what stands on final invoices. Pure: from values to values. */
package io.weir.billing.domain.analytics;
