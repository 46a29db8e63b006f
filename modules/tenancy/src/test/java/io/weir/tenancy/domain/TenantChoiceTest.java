package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantChoiceTest {
    private static final KnownTenants TENANTS = new KnownTenants(
            List.of(SomeTenants.named("platform"), SomeTenants.named("iqx"), SomeTenants.named("chat")), Instant.EPOCH);
    private final TenantChoice choice = new TenantChoice("platform");

    @ParameterizedTest
    @CsvSource(value = {
            "iqx.example.com,       NONE, iqx",
            "iqx.example.com:9080,  NONE, iqx",
            "iqx.example.com,       chat, iqx",
            "iqx.example.com,       gone, iqx",
            "www.example.com,       chat, chat",
            "www.example.com,       CHAT, chat",
            "127.0.0.1:9080,        iqx,  iqx",
            "localhost:9080,        NONE, platform",
            "www.example.com,       '  ', platform",
            "NONE,                  NONE, platform"}, nullValues = "NONE")
    void hostThenHeaderThenDefault(String host, String header, String slug) {
        assertThat(choice.of(TENANTS, host, Optional.ofNullable(header)).slug()).isEqualTo(slug);
    }

    @Test
    void aHeaderThatNamesNobodyIsRefused() {
        assertThatThrownBy(() -> choice.of(TENANTS, "localhost", Optional.of("nobody")))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.refusal().code()).isEqualTo("TENANT_UNKNOWN");
                    assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
                });
    }

    @Test
    void aDefaultThatNamesNobodyIsAFault() {
        assertThatThrownBy(() -> new TenantChoice("nobody").of(TENANTS, "localhost", Optional.empty()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("WEIR_DEFAULT_TENANT");
    }
}
