package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on an account's invoices as the buyer. What is final already keeps what it was made with. */
public interface BillingDetails {
    /** As far as the account has said it; the account's own name and e-mail address count where it has not. */
    Details of(TenantId tenant, AccountId account);

    /** Of many; none of those who have said nothing. */
    Map<AccountId, Details> of(TenantId tenant, Collection<AccountId> accounts);

    /**
     * Says it anew, all of it; audited. Refused: {@code VALIDATION_FAILED} with every bad field: {@code name} of at
     * most 255 characters, {@code address} of at most 6 lines of 255, {@code country} no ISO 3166 alpha-2, {@code
     * vatId} of another form than its country's, {@code email}.
     */
    Details put(TenantId tenant, AccountId account, Details details);

    /** {@code vatId}: with its country's prefix, as in DE136695976. {@code email}: where invoices go. */
    record Details(Optional<String> name, List<String> address, Optional<String> country, Optional<String> vatId,
            Optional<String> email) {
        public static final Details NONE = new Details(Optional.empty(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty());

        public Details {
            address = List.copyOf(address);
        }
    }
}
