package io.weir.billing.domain;

import io.weir.kernel.api.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Final invoices of the bound tenant by the time that they are for: where their period begins, else when they were
 * issued. Without credit notes, and what nobody owes because of them.
 */
public interface PastInvoices {
    /** One account's, in that order. */
    List<StoredInvoice> of(AccountId account, Instant from, Instant until);

    /** What they come to, in minor units of the currency. Accounts without any are left out. */
    Map<AccountId, Amounts> sums(Collection<AccountId> accounts, Currency currency, Instant from, Instant until);

    /** In minor units. */
    record Amounts(long net, long tax, long gross) {
    }
}
