package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.util.List;
import java.util.UUID;

/**
 * What people move by hand, and what of it waits for a second person: above the tenant's {@code
 * payments.four-eyes-above} it takes two, neither of them the payer. Refused throughout: {@code DECISION_NOT_FOUND}
 * (404), {@code DECISION_DECIDED} (409). Audited.
 */
public interface Decisions {
    /** Waiting ones oldest first, the others newest first. */
    Page<Decision> page(TenantId tenant, Decision.Status status, Page.Request page);

    Decision decision(TenantId tenant, UUID decision);

    /** What waits about an account or its payments, oldest first. */
    List<Decision> waiting(TenantId tenant, AccountId account);

    /**
     * Another person agrees, and it is done. Refused also: {@code APPROVED_BY_YOU} (409), {@code OWN_PAYMENT}, {@code
     * OWN_ACCOUNT} (403), {@code SEEN_CHANGED} (409) when it does not stand any more as the first person saw it, and
     * what the deed itself refuses; then it goes on waiting.
     */
    Decision confirm(TenantId tenant, UUID decision, UserId by);

    /** It will not be done: the first person takes it back, or anybody else says no. */
    Decision withdraw(TenantId tenant, UUID decision, UserId by, String note);
}
