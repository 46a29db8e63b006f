package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class OneTenant implements Tenants {
    static final TenantId ID = new TenantId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    private static final Tenant TENANT = new Tenant(ID, "iqx", "IQX", Currency.getInstance("VND"),
            Locale.forLanguageTag("vi"),
            ZoneId.of("Asia/Ho_Chi_Minh"), false, Map.of());

    @Override
    public Optional<Tenant> bySlug(String slug) {
        return Optional.of(TENANT).filter(t -> t.slug().equals(slug));
    }

    @Override
    public Tenant byId(TenantId id) {
        return TENANT;
    }

    @Override
    public List<Tenant> all() {
        return List.of(TENANT);
    }

    @Override
    public Tenant define(TenantDefinition definition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant ofRequest(String host, Optional<String> header) {
        return TENANT;
    }
}
