package io.weir.webadmin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.RefusedException;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose things a list is to show: {@code ?customer=} is part of a name or e-mail address, {@code ?account=} an id. */
@RequestScoped
public class Customers {
    @Inject
    private Accounts accounts;
    @Inject
    private Visitor visitor;

    /** Of a search, the hundred newest; absent for everybody. */
    Optional<Set<AccountId>> wanted() {
        return account().map(Set::of).or(() -> visitor.parameter("customer").map(text -> accounts
                .page(visitor.tenantId(), Optional.of(text), Page.Request.first()).items().stream().map(Account::id)
                .collect(Collectors.toSet())));
    }

    /** Whether the search finds more of them than are shown. */
    boolean isCutOff() {
        return account().isEmpty() && visitor.parameter("customer").map(text -> accounts.page(visitor.tenantId(),
                Optional.of(text), new Page.Request(1, 1)).total() > Page.Request.MOST).orElse(false);
    }

    /** The one that the address names, if there is such a one. */
    Optional<AccountId> account() {
        return visitor.parameter("account").flatMap(this::known);
    }

    private Optional<AccountId> known(String id) {
        try {
            return Optional.of(accounts.account(visitor.tenantId(), AccountId.of(id)).id());
        } catch (RefusedException nobody) {
            return Optional.empty();
        }
    }
}
