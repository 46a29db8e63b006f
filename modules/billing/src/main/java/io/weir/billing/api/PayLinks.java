package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Addresses under which an invoice is paid by whoever has them, without signing in. One shows this invoice and nothing
 * else, and when nothing of it is owed any more, no more than that. Only we can make one.
 */
public interface PayLinks {
    /** The same each time. Of an invoice of the tenant; nothing is looked up. */
    String url(TenantId tenant, UUID invoice);

    /** Refused: {@code INVOICE_NOT_FOUND} (404), also for another account's, drafts and credit notes. */
    String url(TenantId tenant, AccountId account, UUID invoice);

    /** Empty for what we never made. */
    Optional<Link> read(String token);

    /** What is to be paid. Refused: {@code PAY_LINK_UNKNOWN} (404) for drafts, credit notes and what is not there. */
    InvoiceDocument document(Link link);

    /** The newest payment for all that is due of it that is under way, or the one that paid it. */
    Optional<Payment> payment(Link link);

    /** The same, as its gateway sees it now. */
    Optional<Payment> refreshed(Link link);

    /** Gateways to choose from: all of the tenant's but the account's own credit. */
    List<String> ways(Link link);

    /**
     * Opens a payment of what is due, in the name of the account's owner. Refused: {@code INVOICE_NOT_OPEN} (409),
     * {@code GATEWAY_UNKNOWN} (400) for what is not among the ways, and what a payment is refused for.
     */
    Payment pay(Link link, String gateway);

    /** {@code token}: what stands in the address. */
    record Link(TenantId tenant, UUID invoice, String token) {
    }
}
