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

    /** The newest that goes on. */
    Optional<Agreement> running(TenantId tenant, AccountId account);

    /** Quiet when it has ended. */
    Agreement cancel(TenantId tenant, UUID agreement, boolean atPeriodEnd);

    Agreement resume(TenantId tenant, UUID agreement);

    /** {@code atOnce}: the rest of the running period is set off; else from the next period on. */
    Agreement change(TenantId tenant, UUID agreement, Change change);

    /** What it is for from now on. {@code key}: once per wish, so that asking again changes nothing twice. */
    record Change(String key, Recurring recurring, String name, Money price, boolean atOnce) {
    }
}
