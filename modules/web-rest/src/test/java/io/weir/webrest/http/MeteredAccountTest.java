package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import java.util.HashMap;
import java.util.Map;
import java.util.List;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeteredAccountTest {
    private static final AccountId ACME = new AccountId(new UUID(0, 9));
    private static final Caller SERVICE = new Caller(Fixtures.TENANT, Optional.empty(), Optional.empty(), Role.SERVICE,
            new Caller.Credential(Caller.Credential.Kind.API_KEY, new UUID(0, 2), Optional.empty()), 1);
    private final Named accounts = new Named();
    private final MeteredAccount metered = new MeteredAccount();

    @BeforeEach
    void wire() {
        metered.accounts = accounts;
        accounts.known.put("acme", new Accounts.Found(ACME, false));
    }

    @ParameterizedTest
    @EnumSource(Caller.Credential.Kind.class)
    void aCustomersIsItsOwnNamedOrNot(Caller.Credential.Kind kind) {
        var customer = Fixtures.caller(Role.CUSTOMER, kind, 1);
        var own = customer.requireAccount();
        accounts.known.put("me", new Accounts.Found(own, false));
        assertThat(metered.of(customer, null)).isEqualTo(own);
        assertThat(metered.of(customer, " ")).isEqualTo(own);
        assertThat(metered.of(customer, own.toString())).isEqualTo(own);
        assertThat(metered.of(customer, "me")).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "00000000-0000-0000-0000-000000000009", "nobody"})
    void anotherThanItsOwnIsNotThereForACustomer(String account) {
        var customer = Fixtures.caller(Role.CUSTOMER, Caller.Credential.Kind.API_KEY, 1);
        assertThatThrownBy(() -> metered.of(customer, account)).hasMessage("ACCOUNT_NOT_FOUND");
    }

    @Test
    void aServiceNamesWhom() {
        assertThat(metered.of(SERVICE, " acme ")).isEqualTo(ACME);
        assertThatThrownBy(() -> metered.of(SERVICE, "nobody")).hasMessage("ACCOUNT_NOT_FOUND");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aServiceMustNameSomebody(String account) {
        assertThatThrownBy(() -> metered.of(SERVICE, account)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).containsEntry("account", "REQUIRED"));
    }

    @Test
    void nobodyIsChargedWhoIsKeptOut() {
        accounts.known.put("acme", new Accounts.Found(ACME, true));
        assertThatThrownBy(() -> metered.of(SERVICE, "acme")).hasMessage("ACCOUNT_SUSPENDED");
        assertThat(metered.ofWorkDone(SERVICE, "acme")).as("what was used counts").isEqualTo(ACME);
    }

    @Test
    void aServiceFindsNobodyOfAnotherTenant() {
        var foreign = new Caller(new TenantId(new UUID(0, 77)), Optional.empty(), Optional.empty(), Role.SERVICE,
                SERVICE.credential(), 1);
        assertThatThrownBy(() -> metered.of(foreign, "acme")).hasMessage("ACCOUNT_NOT_FOUND");
    }

    /** Knows accounts of one tenant by name. */
    private static final class Named implements Accounts {
        @Override
        public List<Account> accounts(TenantId tenant, Collection<AccountId> accounts) {
            throw new UnsupportedOperationException();
        }

        private final Map<String, Found> known = new HashMap<>();

        @Override
        public Optional<Found> resolve(TenantId tenant, String idOrExternalId) {
            return tenant.equals(Fixtures.TENANT) ? Optional.ofNullable(known.get(idOrExternalId)) : Optional.empty();
        }

        @Override
        public Account account(TenantId tenant, AccountId account) {
            throw new AssertionError("asks the database");
        }

        @Override
        public Page<Account> page(TenantId tenant, Optional<String> search, Page.Request page) {
            throw new AssertionError("asks the database");
        }

        @Override
        public void suspend(TenantId tenant, AccountId account, String reason) {
            throw new AssertionError("changes something");
        }

        @Override
        public void reactivate(TenantId tenant, AccountId account) {
            throw new AssertionError("changes something");
        }

        @Override
        public void nameExternally(TenantId tenant, AccountId account, Optional<String> externalId) {
            throw new AssertionError("changes something");
        }
    }
}
