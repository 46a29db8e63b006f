package io.weir.tenancy.domain;

import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Tenant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Tenants to test with. */
public final class SomeTenants {
    private SomeTenants() {
    }

    public static Tenant named(String slug) {
        var id = UUID.nameUUIDFromBytes(slug.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Tenant(new TenantId(id), slug, slug.toUpperCase(Locale.ROOT), Currency.getInstance("USD"),
                Locale.ENGLISH, ZoneId.of("UTC"), true, Map.of());
    }
}
