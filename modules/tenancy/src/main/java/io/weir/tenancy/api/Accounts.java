package io.weir.tenancy.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.util.Optional;

/** The customers of a tenant. An account is opened when a user registers ({@link AccountOpened}, together). */
public interface Accounts {
    /** Refused: {@code ACCOUNT_NOT_FOUND}. */
    Account account(TenantId tenant, AccountId account);

    /** Newest first; {@code search} matches part of name or email. */
    Page<Account> page(TenantId tenant, Optional<String> search, Page.Request page);

    /** Signs everyone out and keeps them out; quiet when suspended already. Audited. */
    void suspend(TenantId tenant, AccountId account, String reason);

    void reactivate(TenantId tenant, AccountId account);
}
