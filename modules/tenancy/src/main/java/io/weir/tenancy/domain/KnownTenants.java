package io.weir.tenancy.domain;

import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All tenants as they were read at one moment; never changed afterwards, so any thread may keep asking it. */
public final class KnownTenants {
    private final List<Tenant> all;
    private final Map<String, Tenant> bySlug;
    private final Map<TenantId, Tenant> byId;
    private final Instant readAt;

    public KnownTenants(List<Tenant> tenants, Instant readAt) {
        this.all = List.copyOf(tenants);
        this.bySlug = all.stream().collect(Collectors.toUnmodifiableMap(Tenant::slug, Function.identity()));
        this.byId = all.stream().collect(Collectors.toUnmodifiableMap(Tenant::id, Function.identity()));
        this.readAt = readAt;
    }

    public List<Tenant> all() {
        return all;
    }

    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    public Optional<Tenant> byId(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Also true when the clock went backwards: an age that cannot be told is too old. */
    public boolean isOlderThan(Duration age, Instant now) {
        return now.isAfter(readAt.plus(age)) || now.isBefore(readAt);
    }
}
