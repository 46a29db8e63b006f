package io.weir.identity.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.identity.domain.AllowedAddresses;
import io.weir.identity.domain.Denial;
import io.weir.identity.domain.Fingerprint;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownCredentialsTest {
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ID = UUID.randomUUID();
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final Fingerprint SHOWN = Fingerprint.of("weir_…");
    private final KnownCredentials known = new KnownCredentials();

    @Test
    void verifiesOnce() {
        find(caller(1, Role.CUSTOMER));
        assertThat(known.find(SHOWN, () -> {
            throw new AssertionError("verified again");
        }).caller().verifiedAt()).isEqualTo(1);
    }

    @Test
    void keepsNothingThatIsRefused() {
        assertThatThrownBy(() -> known.find(SHOWN, () -> {
            throw Denial.tokenInvalid();
        })).hasMessage("TOKEN_INVALID");
        assertThat(known.alive(SHOWN)).isEmpty();
    }

    @Test
    void atTheSameEpochNothingIsReadAgain() {
        var caller = find(caller(1, Role.CUSTOMER));
        assertThat(known.asOf(1, caller, c -> {
            throw new AssertionError("read again");
        })).isSameAs(caller);
    }

    @Test
    void atALaterEpochItIsReadAgainForEverybody() {
        var caller = find(caller(1, Role.CUSTOMER));
        var renewed = known.asOf(2, caller, c -> caller(2, Role.TENANT_ADMIN));
        assertThat(renewed.role()).isEqualTo(Role.TENANT_ADMIN);
        assertThat(known.alive(SHOWN).orElseThrow().caller()).isSameAs(renewed);
    }

    @Test
    void whatIsRefusedIsForgotten() {
        var caller = find(caller(1, Role.CUSTOMER));
        assertThatThrownBy(() -> known.asOf(2, caller, c -> {
            throw Denial.tokenInvalid();
        })).hasMessage("TOKEN_INVALID");
        assertThat(known.alive(SHOWN)).isEmpty();
    }

    @Test
    void timeAndPlaceAreAskedAtEveryUse() {
        var entry = new Known(caller(1, Role.CUSTOMER), AllowedAddresses.kept("10.0.0.0/8"));
        assertThat(entry.callerAt(END.minusMillis(1), "10.1.2.3").verifiedAt()).isEqualTo(1);
        assertThatThrownBy(() -> entry.callerAt(END, "10.1.2.3")).hasMessage("TOKEN_EXPIRED");
        assertThatThrownBy(() -> entry.callerAt(END.minusMillis(1), "11.1.2.3")).hasMessage("ADDRESS_NOT_ALLOWED");
    }

    private Caller find(Caller caller) {
        return known.find(SHOWN, () -> new Known(caller, AllowedAddresses.ANYWHERE)).caller();
    }

    private static Caller caller(long epoch, Role role) {
        return new Caller(TENANT, Optional.empty(), Optional.empty(), role,
                new Caller.Credential(Caller.Credential.Kind.API_KEY, ID, Optional.of(END)), epoch);
    }
}
