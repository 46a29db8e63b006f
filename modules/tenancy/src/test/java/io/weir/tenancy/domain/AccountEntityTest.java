package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.UserId;
import io.weir.tenancy.api.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountEntityTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Account.Suspension FIRST = new Account.Suspension("someone", NOON, "unpaid");
    private final AccountEntity account = named("Acme");

    @Test
    void opensUnsuspended() {
        assertThat(account.toAccount().suspension()).isEmpty();
        assertThat(account.toAccount().createdAt()).isEqualTo(NOON);
    }

    @Test
    void suspendedTwiceKeepsTheFirstReason() {
        assertThat(account.suspend(FIRST)).isTrue();
        assertThat(account.suspend(new Account.Suspension("another", NOON.plusSeconds(1), "again"))).isFalse();
        assertThat(account.toAccount().suspension()).contains(FIRST);
    }

    @Test
    void reactivationForgetsTheSuspension() {
        account.suspend(FIRST);
        assertThat(account.reactivate()).isTrue();
        assertThat(account.toAccount().suspension()).isEmpty();
        assertThat(account.suspend(FIRST)).isTrue();
    }

    @Test
    void reactivatingAnActiveOneChangesNothing() {
        assertThat(account.reactivate()).isFalse();
    }

    @Test
    void isNamedExternallyUntilItIsNot() {
        assertThat(account.toAccount().externalId()).isEmpty();
        account.nameExternally(Optional.of(new ExternalId("crm:42")));
        assertThat(account.toAccount().externalId()).contains("crm:42");
        account.nameExternally(Optional.empty());
        assertThat(account.toAccount().externalId()).isEmpty();
    }

    @Test
    void aLongNameIsCut() {
        assertThat(named("n".repeat(300)).toAccount().name()).hasSize(AccountEntity.LONGEST_NAME);
    }

    private static AccountEntity named(String name) {
        return AccountEntity.open(new AccountId(new UUID(1, 1)), name, new UserId(new UUID(2, 2)),
                "a@example.com", NOON);
    }
}
