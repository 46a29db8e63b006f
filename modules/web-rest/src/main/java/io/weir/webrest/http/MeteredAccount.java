package io.weir.webrest.http;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whose units a caller of the metering routes means. Answers from memory, so {@link Hot} routes may ask. */
@ApplicationScoped
public class MeteredAccount {
    @Inject
    Accounts accounts;

    /**
     * A customer's own account, whatever else it names is not found; the account that a service names by id or external
     * id. Refused: {@code VALIDATION_FAILED} when a service names none, {@code ACCOUNT_NOT_FOUND} (404), {@code
     * ACCOUNT_SUSPENDED} (403).
     *
     * @param account as it was sent, or null
     */
    public AccountId of(Caller caller, String account) {
        var named = Texts.given(account);
        return caller.role() == Role.SERVICE ? served(caller, named, false) : own(caller, named);
    }

    /** The same for ending what was begun: work that is done counts, even if the account was suspended meanwhile. */
    public AccountId ofWorkDone(Caller caller, String account) {
        var named = Texts.given(account);
        return caller.role() == Role.SERVICE ? served(caller, named, true) : own(caller, named);
    }

    private AccountId served(Caller service, Optional<String> named, boolean suspendedToo) {
        var name = named.orElseThrow(() -> Refusal.invalidField("account", "REQUIRED").asException());
        var found = accounts.resolve(service.tenant(), name).orElseThrow(MeteredAccount::unknown);
        if (found.suspended() && !suspendedToo) {
            throw Refusal.forbidden("ACCOUNT_SUSPENDED").asException();
        }
        return found.account();
    }

    private AccountId own(Caller customer, Optional<String> named) {
        var own = customer.requireAccount();
        boolean meansAnother = named.isPresent() && !named.get().equals(own.toString())
                && accounts.resolve(customer.tenant(), named.get()).filter(f -> f.account().equals(own)).isEmpty();
        if (meansAnother) {
            throw unknown();
        }
        return own;
    }

    private static RefusedException unknown() {
        return Refusal.notFound("ACCOUNT_NOT_FOUND").asException();
    }
}
