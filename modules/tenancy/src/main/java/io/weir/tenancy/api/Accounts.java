package io.weir.tenancy.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The customers of a tenant. An account is opened when a user registers ({@link AccountOpened}, together). */
public interface Accounts {
    /** Refused: {@code ACCOUNT_NOT_FOUND}. */
    Account account(TenantId tenant, AccountId account);

    /** Those of them that there are. */
    List<Account> accounts(TenantId tenant, Collection<AccountId> accounts);

    /** Newest first; {@code search} matches part of name, email or external id. */
    Page<Account> page(TenantId tenant, Optional<String> search, Page.Request page);

    /** Signs everyone out and keeps them out; quiet when suspended already. Audited. */
    void suspend(TenantId tenant, AccountId account, String reason);

    void reactivate(TenantId tenant, AccountId account);

    /**
     * Says what the tenant's own systems call the account, or that they have no name for it any more. Audited; quiet
     * when nothing changes. Refused: {@code ACCOUNT_NOT_FOUND}, {@code VALIDATION_FAILED} ({@code externalId}: 1–100
     * characters of {@code A-Z a-z 0-9 . _ : @ -}), {@code EXTERNAL_ID_TAKEN} (409) when another account of the tenant
     * goes by it, as its external id or as its id.
     */
    void nameExternally(TenantId tenant, AccountId account, Optional<String> externalId);

    /**
     * The tenant's account with this id, or else with this external id; never another tenant's. From memory: may be 5 s
     * behind another node.
     */
    Optional<Found> resolve(TenantId tenant, String idOrExternalId);

    /** An account that was found by name, and whether it is kept out. */
    record Found(AccountId account, boolean suspended) {
    }
}
