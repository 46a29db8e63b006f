package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.identity.api.Caller.Credential;
import io.weir.identity.api.Role;
import io.weir.identity.domain.CredentialState.Holder;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialStateTest {
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void theCallerCarriesItsKeysLimit() {
        var key = new Credential(Credential.Kind.API_KEY, UUID.randomUUID(), Optional.of(END), 600);
        var holder = new Holder(new TenantId(UUID.randomUUID()), Optional.empty(), Optional.empty(), Role.SERVICE);
        var state = new CredentialState(7, holder, key, false, false, AllowedAddresses.ANYWHERE);
        assertThat(state.caller().credential()).isEqualTo(key);
        assertThat(state.callerUntil(Optional.empty()).credential().requestsPerMinute()).isEqualTo(600);
    }
}
