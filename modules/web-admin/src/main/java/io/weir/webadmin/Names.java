package io.weir.webadmin;

import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.UserId;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Who is behind an id: each is looked up once per page. */
@RequestScoped
public class Names {
    @Inject
    private Accounts accounts;
    @Inject
    private Users users;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private final Map<AccountId, Account> customers = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    Account customer(AccountId id) {
        return customers.computeIfAbsent(id, account -> accounts.account(visitor.tenantId(), account));
    }

    /** @param actor as the audit log names it: a user's or key's id, or a word such as {@code system} */
    String person(String actor) {
        return people.computeIfAbsent(actor, this::read);
    }

    private String read(String actor) {
        try {
            return users.profile(visitor.tenantId(), UserId.of(actor)).email();
        } catch (RefusedException noUser) {
            return format.word("actor", actor);
        }
    }
}
