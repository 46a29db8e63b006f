package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accounts' agreements with gateways. The verbs ask the gateway, outside any transaction, and write down its answer.
 * Refused: {@code AGREEMENT_NOT_FOUND} (404), {@code AGREEMENT_ENDED} (409), {@code GATEWAY_FAILED} (502).
 */
public interface AccountAgreements {
    /** Newest first. */
    List<Agreement> of(TenantId tenant, AccountId account);

    /** Of the whole tenant, those whose newest charge failed and whose gateway still tries; the longest first. */
    List<Agreement> pastDue(TenantId tenant, int most);

    /** The newest that goes on. */
    Optional<Agreement> running(TenantId tenant, AccountId account);

    /** The one that was charged for a renewal's payment; in the caller's transaction. */
    Optional<Agreement> ofRenewal(TenantId tenant, PaymentId renewal);

    /**
     * Has the gateway told, surely: written in the caller's transaction, in place of what was wished before, and told
     * by a job until the gateway has heard it. Quiet for one that has ended.
     */
    void wish(TenantId tenant, UUID agreement, Wish wish);

    /**
     * Tells gateways what was wished, of all tenants. Run by a job, on any node.
     *
     * @return how many were due; {@code most} means there may be more
     */
    int tellDue(int most);

    /** What an account wants of an agreement. */
    enum Wish { END_AT_PERIOD_END, END_NOW, GO_ON }

    /** Quiet when it has ended. */
    Agreement cancel(TenantId tenant, UUID agreement, boolean atPeriodEnd);

    Agreement resume(TenantId tenant, UUID agreement);

    /** {@code atOnce}: the rest of the running period is set off; else from the next period on. */
    Agreement change(TenantId tenant, UUID agreement, Change change);

    /** What it is for from now on. {@code key}: once per wish, so that asking again changes nothing twice. */
    record Change(String key, Recurring recurring, String name, Money price, boolean atOnce) {
    }
}
