package io.weir.webadmin;

import io.weir.identity.api.ServiceKeys;
import io.weir.identity.api.ServiceKeys.NewServiceKey;
import io.weir.identity.api.ServiceKeys.ServiceKey;
import io.weir.kernel.api.Uuids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Keys of the tenant's own services: make, copy once, revoke. */
@Named("serviceKeys")
@RequestScoped
public class ServiceKeysPage {
    @Inject
    private ServiceKeys keys;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Row> list;
    private String name;
    private String lastDay;
    private String ranges;
    private Integer perMinute;
    private String secret;

    /** The new key is in this answer and nowhere else. */
    public String create() {
        var expiresAt = Optional.ofNullable(lastDay).flatMap(day -> Days.endOf(day, visitor.tenant().zone()));
        if (lastDay != null && expiresAt.isEmpty()) {
            notices.wrong("create:expiresAt", format.text("laterDay"));
            return null;
        }
        return notices.attempt("create", () -> {
            secret = keys.create(visitor.caller(), new NewServiceKey(name, expiresAt, cidrs(),
                    perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute))).secret();
            list = null;
            name = null;
            return null;
        });
    }

    private List<String> cidrs() {
        return ranges == null ? List.of() : Arrays.stream(ranges.strip().split("[\\s,]+")).toList();
    }

    /** The key in question: named in the address, confirmed by a form. */
    public Row getDoubtful() {
        return visitor.parameter("revoke").flatMap(id -> getList().stream()
                .filter(k -> k.id().equals(id) && k.status().equals("active")).findFirst()).orElse(null);
    }

    public String revoke() {
        return notices.attempt("confirm", () -> {
            keys.revoke(visitor.caller(), Uuids.parse(visitor.parameter("revoke").orElse("")));
            notices.done(format.text("keyRevoked"));
            return "/service-keys?faces-redirect=true";
        });
    }

    public List<Row> getList() {
        if (list == null) {
            list = keys.of(visitor.tenantId()).stream().map(this::row).toList();
        }
        return list;
    }

    private Row row(ServiceKey key) {
        return new Row(key.id().toString(), key.name(), key.prefix(), key.status(),
                format.text("keyStatus." + key.status()),
                key.allowedCidrs().isEmpty() ? format.text("anywhere") : String.join(", ", key.allowedCidrs()),
                key.requestsPerMinute().isEmpty() ? Format.NOTHING : format.number(key.requestsPerMinute().getAsInt()),
                format.day(key.createdAt()), format.time(key.lastUsedAt()), format.time(key.expiresAt()));
    }

    public String getSecret() {
        return secret;
    }
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    public String getRanges() {
        return ranges;
    }

    public void setRanges(String ranges) {
        this.ranges = ranges;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(Integer perMinute) {
        this.perMinute = perMinute;
    }

    /** A key in the list. */
    public record Row(String id, String name, String prefix, String status, String statusText, String ranges,
                      String perMinute, String created, String lastUsed, String expires) {
    }
}
