package io.weir.tenancy.domain;

import io.weir.kernel.api.Refusal;
import io.weir.tenancy.api.Tenant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose portal an unsigned request is for. A host that names nobody is the installation's own; a header that does is a
 * mistake.
 */
public record TenantChoice(String defaultSlug) {

    public Tenant of(KnownTenants tenants, String host, Optional<String> header) {
        return new RequestHost(host).firstLabel().flatMap(tenants::bySlug)
                .or(() -> header.map(String::trim).filter(slug -> !slug.isEmpty()).map(slug -> named(tenants, slug)))
                .or(() -> tenants.bySlug(defaultSlug))
                .orElseThrow(() -> new IllegalStateException("WEIR_DEFAULT_TENANT names no tenant: " + defaultSlug));
    }

    private static Tenant named(KnownTenants tenants, String slug) {
        return tenants.bySlug(slug.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.notFound("TENANT_UNKNOWN").asException());
    }
}
