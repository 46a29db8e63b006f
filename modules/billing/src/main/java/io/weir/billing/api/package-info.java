/** From purchase to invoice: orders, invoices and revenue. */
package io.weir.billing.api;
