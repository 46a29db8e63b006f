package io.weir.webportal;

import io.weir.identity.api.ApiKeys;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** API keys: make, copy once, revoke. */
@Named
@RequestScoped
public class Keys {
    @Inject
    private ApiKeys keys;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Catalogue catalogue;
    @Inject
    private KeyRequests recent;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Row> list;
    private String name;
    private String tier;
    private Integer perMinute;
    private String secret;

    /** The new key is in this answer and nowhere else. */
    public String create() {
        return notices.attempt("create", () -> {
            subscriptions.requireTier(visitor.tenantId(), visitor.account(), tier);
            secret = keys.create(visitor.caller(), new ApiKeys.NewKey(name, tier, Optional.empty(), List.of(),
                    perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute))).secret();
            list = null;
            name = null;
            perMinute = null;
            return null;
        });
    }

    /**
     * The key in question: named in the address, confirmed by a form. A row's own button would act on whatever stands
     * in that row by then.
     */
    public Row getDoubtful() {
        return visitor.parameter("revoke").flatMap(id -> getList().stream().filter(k -> k.id().equals(id)).findFirst())
                .orElse(null);
    }

    public String revoke() {
        return notices.attempt("confirm", () -> {
            keys.revoke(visitor.caller(), Uuids.parse(visitor.parameter("revoke").orElse("")));
            notices.done(format.text("keyRevoked"));
            return "/keys?faces-redirect=true";
        });
    }

    public List<Row> getList() {
        if (list == null) {
            var requests = recent.byKey();
            list = keys.of(visitor.tenantId(), visitor.account()).stream().map(k -> row(k, requests)).toList();
        }
        return list;
    }

    private Row row(ApiKeys.ApiKey key, Map<String, Long> requests) {
        String id = key.id().toString();
        return new Row(id, key.name(), key.prefix(), key.tier(), key.status(), format.text("keyStatus." + key.status()),
                key.requestsPerMinute().isEmpty() ? "–" : format.quantity(key.requestsPerMinute().getAsInt(), 0),
                format.day(key.createdAt()), format.time(key.lastUsedAt()),
                format.quantity(requests.getOrDefault(id, 0L), 0));
    }

    /** The tiers up to the one that was bought. */
    public List<SelectItem> getTiers() {
        int rank = subscriptions.current(visitor.tenantId(), visitor.account()).plan().rank();
        return catalogue.plans(visitor.tenantId(), false).stream().filter(p -> p.rank() <= rank)
                .sorted(java.util.Comparator.comparingInt(Plan::rank).reversed())
                .map(p -> new SelectItem(p.slug(), p.name())).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(Integer perMinute) {
        this.perMinute = perMinute;
    }

    public String getSecret() {
        return secret;
    }

    /** A key in the list; {@code requests} in the last 30 days. */
    public record Row(String id, String name, String prefix, String tier, String status, String statusText,
            String perMinute, String created, String lastUsed, String requests) {
    }
}
